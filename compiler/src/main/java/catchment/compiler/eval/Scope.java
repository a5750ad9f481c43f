package catchment.compiler.eval;

import catchment.grammar.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that one module, function, class body or comprehension binds, and the scope around it. */
final class Scope {
    /** What binds the names. */
    enum Kind {
        BUILT_IN,
        MODULE,
        FUNCTION,
        CLASS,
        COMPREHENSION
    }

    /**
     * A name's value.
     *
     * @param where the statement or target that bound it
     * @param imported true if an import did
     * @param shadowed the import that this binding hides, to explain what follows from it
     */
    record Binding(EvaluatedValue value, Span where, boolean imported, Optional<Span> shadowed) {}

    private final Kind kind;
    private final Optional<Scope> enclosing;
    private final Set<String> locals;
    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    private boolean uncertain;

    /**
     * @param locals the names that a function's body assigns: they never mean a name of the enclosing scope
     */
    Scope(Kind kind, Optional<Scope> enclosing, Set<String> locals) {
        this.kind = kind;
        this.enclosing = enclosing;
        this.locals = locals;
    }

    static Scope builtIn() {
        return new Scope(Kind.BUILT_IN, Optional.empty(), Set.of());
    }

    Kind kind() {
        return kind;
    }

    Optional<Scope> enclosing() {
        return enclosing;
    }

    Map<String, Binding> bindings() {
        return bindings;
    }

    /** True if {@code name} is a name of this function, bound or not yet. */
    boolean isLocal(String name) {
        return locals.contains(name);
    }

    /** From here on a name that is not there may have been bound by something that could not be read: its use is not reported. */
    void becomeUncertain() {
        uncertain = true;
    }

    boolean uncertain() {
        return uncertain || enclosing.map(Scope::uncertain).orElse(false);
    }

    void bind(String name, EvaluatedValue value, Span where) {
        Binding before = bindings.get(name);
        Optional<Span> shadowed = before == null
                ? Optional.empty()
                : before.imported() ? Optional.of(before.where()) : before.shadowed();
        bindings.put(name, new Binding(value, where, false, shadowed));
    }

    void bindImport(String name, EvaluatedValue value, Span where) {
        bindings.put(name, new Binding(value, where, true, Optional.empty()));
    }

    boolean unbind(String name) {
        return bindings.remove(name) != null;
    }

    /** The binding that {@code name} means here: the nearest one, class bodies aside. Empty also for a local name of a function that is not bound yet. */
    Optional<Binding> find(String name) {
        Scope scope = this;
        boolean inner = true;
        while (true) {
            if (inner || scope.kind != Kind.CLASS) {
                Binding binding = scope.bindings.get(name);
                if (binding != null) {
                    return Optional.of(binding);
                }
                if (scope.kind == Kind.FUNCTION && scope.locals.contains(name)) {
                    return Optional.empty();
                }
            }
            if (scope.enclosing.isEmpty()) {
                return Optional.empty();
            }
            inner = inner && scope.kind == Kind.COMPREHENSION;
            scope = scope.enclosing.get();
        }
    }

    /** The scope of the module around. */
    Scope module() {
        Scope scope = this;
        while (scope.kind != Kind.MODULE && scope.enclosing.isPresent()) {
            scope = scope.enclosing.get();
        }
        return scope;
    }

    /** Every name that can be seen from here with its value, nearest first, without the built-in ones. */
    Map<String, EvaluatedValue> visible() {
        Map<String, EvaluatedValue> names = new LinkedHashMap<>();
        Optional<Scope> next = Optional.of(this);
        while (next.isPresent()) {
            Scope scope = next.get();
            if (scope.kind != Kind.BUILT_IN) {
                scope.bindings.forEach((name, binding) -> names.putIfAbsent(name, binding.value()));
            }
            next = scope.enclosing;
        }
        return names;
    }
}
