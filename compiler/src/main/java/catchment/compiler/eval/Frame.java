package catchment.compiler.eval;

import catchment.grammar.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One module or call that is being evaluated, on the stack of them. */
final class Frame {
    private final ModuleValue module;
    private final Optional<FunctionValue> function;
    private final Span call;
    private final Map<String, Span> arguments = new HashMap<>();
    private final java.util.ArrayDeque<Span> loops = new java.util.ArrayDeque<>();
    private final Optional<Set<FunctionValue>> suspended;
    private Scope scope;
    private Span statement;

    /**
     * @param call where it was called from; the import of a module
     */
    Frame(ModuleValue module, Optional<FunctionValue> function, Scope scope, Span call) {
        this(module, function, scope, call, Optional.empty());
    }

    /** The frame of a generator, which goes on long after it was made. */
    static Frame resumed(ModuleValue module, Set<FunctionValue> running, Scope scope, Span generator) {
        return new Frame(module, Optional.empty(), scope, generator, Optional.of(running));
    }

    private Frame(ModuleValue module, Optional<FunctionValue> function, Scope scope, Span call, Optional<Set<FunctionValue>> suspended) {
        this.suspended = suspended;
        this.module = module;
        this.function = function;
        this.scope = scope;
        this.call = call;
        this.statement = call;
    }

    ModuleValue module() {
        return module;
    }

    Optional<FunctionValue> function() {
        return function;
    }

    /** The functions that were running when the generator of this frame was made. Empty for all but generators. */
    Optional<Set<FunctionValue>> suspended() {
        return suspended;
    }

    Span call() {
        return call;
    }

    /** Where the argument of each parameter stands in the caller. */
    Map<String, Span> arguments() {
        return arguments;
    }

    /** The loops around the statement that is being evaluated, innermost first. */
    java.util.ArrayDeque<Span> loops() {
        return loops;
    }

    Scope scope() {
        return scope;
    }

    void scope(Scope scope) {
        this.scope = scope;
    }

    Span statement() {
        return statement;
    }

    void statement(Span statement) {
        this.statement = statement;
    }
}
