package catchment.compiler.eval;

/** Unwinds an evaluation that has reached a limit. The limit has been reported; nothing but {@link Evaluator} catches this. */
final class EvaluationLimit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EvaluationLimit() {
        super("a limit of evaluation, already reported", null, false, false);
    }
}
