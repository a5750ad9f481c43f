package catchment.compiler.eval;

import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Module;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A module: what {@code import} gives. */
final class ModuleValue implements Behaviour {
    /** Where a module's text comes from. */
    enum Kind {
        /** A file of the study. */
        STUDY,
        /** A module of the library. */
        LIBRARY
    }

    /** A module's text and what it says. */
    record Text(SourceText source, Module syntax) {}

    private final String name;
    private final String folder;
    private final Kind kind;
    private final Optional<Text> text;
    private final Scope scope;
    private boolean done;

    /**
     * @param name the dotted name
     * @param folder the folder of its file, relative to the study's root, or {@code ""}
     * @param text empty for a module made of Java and for a bare package
     */
    ModuleValue(String name, String folder, Kind kind, Optional<Text> text, Scope builtIn) {
        this.name = name;
        this.folder = folder;
        this.kind = kind;
        this.text = text;
        this.scope = new Scope(Scope.Kind.MODULE, Optional.of(builtIn), java.util.Set.of());
    }

    String name() {
        return name;
    }

    String folder() {
        return folder;
    }

    Optional<Text> text() {
        return text;
    }

    Scope scope() {
        return scope;
    }

    boolean isLibrary() {
        return kind == Kind.LIBRARY;
    }

    /** True once its last statement has been evaluated. */
    boolean done() {
        return done;
    }

    void finished() {
        done = true;
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        Scope.Binding binding = scope.bindings().get(syntax.name());
        if (binding != null) {
            return Optional.of(binding.value());
        }
        return scope.uncertain() ? Optional.of(new Poison(syntax.span())) : Optional.empty();
    }

    @Override
    public boolean setAttribute(String attribute, Span nameSpan, EvaluatedValue value, Span whole, Context context) {
        scope.bind(attribute, value, whole);
        return true;
    }

    @Override
    public List<String> attributeNames() {
        return scope.bindings().entrySet().stream()
                .filter(entry -> !(entry.getValue().value() instanceof NativeFunction function && function.isRefused()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Span origin() {
        return text.map(known -> known.syntax().span()).orElse(Span.NONE);
    }

    @Override
    public String kind() {
        return "a module";
    }
}
