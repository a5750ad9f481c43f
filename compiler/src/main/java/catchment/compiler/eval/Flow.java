package catchment.compiler.eval;

/** How a statement ends. */
sealed interface Flow {
    /** The next statement follows. */
    Flow NEXT = new Next();

    /** The loop is left. */
    Flow BREAK = new Break();

    /** The next turn of the loop follows. */
    Flow CONTINUE = new Continue();

    /** The module or function cannot go on, after an error that has been reported. */
    Flow STOP = new Stop();

    record Next() implements Flow {}

    record Break() implements Flow {}

    record Continue() implements Flow {}

    record Stop() implements Flow {}

    /** The function is left with this value. */
    record Return(EvaluatedValue value) implements Flow {}
}
