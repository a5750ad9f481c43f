package catchment.compiler.query;

import catchment.compiler.eval.Arguments.Given;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a parameter expects.
 *
 * @param words for the reference: "a date", "a list"
 * @param taking makes something of an argument; empty, after a report, if it does not fit
 */
record Expectation(String words, BiFunction<Given, Call, Optional<Taken>> taking) {
    Optional<Taken> take(Given given, Call call) {
        return taking.apply(given, call);
    }
}
