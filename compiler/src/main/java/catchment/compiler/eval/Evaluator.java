package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;

/** Evaluates definitions. Holds nothing of any of them: one evaluator serves many, at the same time. */
public final class Evaluator {
    /** Nested expressions and calls are evaluated by recursion, so the thread has a stack for all that the limits allow. */
    private static final long STACK_BYTES = 512L << 20;

    private final Library library;

    /**
     * @param library what can be imported besides the study's own modules
     */
    public Evaluator(Library library) {
        this.library = library;
    }

    /**
     * Evaluates a definition and makes something of it.
     *
     * @param finish given the context and the variables of the definition's module, once it is evaluated; it may report too
     */
    public <T> Evaluation<T> evaluate(
            EvaluationRequest request, BiFunction<Context, Map<String, EvaluatedValue>, T> finish) {
        CompletableFuture<Evaluation<T>> answer = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> run(request, finish, answer), "evaluation", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return answer.join();
        } catch (CompletionException fault) {
            if (fault.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw fault;
        }
    }

    private <T> void run(
            EvaluationRequest request,
            BiFunction<Context, Map<String, EvaluatedValue>, T> finish,
            CompletableFuture<Evaluation<T>> answer) {
        try {
            Session session = new Session(request, library);
            Optional<T> result = result(session, finish);
            answer.complete(new Evaluation<>(result, session.diagnostics(), session.sources(), session.modules().ofStudy()));
        } catch (Throwable fault) {
            answer.completeExceptionally(fault);
        }
    }

    private static <T> Optional<T> result(Session session, BiFunction<Context, Map<String, EvaluatedValue>, T> finish) {
        try {
            ModuleValue main = session.modules().evaluateMain();
            Map<String, EvaluatedValue> globals = new LinkedHashMap<>();
            main.scope().bindings().forEach((name, binding) -> globals.put(name, binding.value()));
            return Optional.of(finish.apply(session, globals));
        } catch (EvaluationLimit _) {
            return Optional.empty();
        } catch (StackOverflowError _) {
            session.report(Diagnostic.error(
                            EvalCode.TOO_DEEP, session.currentStatement(), "this statement is nested too deep")
                    .hint("give parts of it names of their own"));
            return Optional.empty();
        }
    }
}
