package catchment.compiler.query;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.Optional;

/** The expectations of parameters. */
final class Expect {
    private Expect() {}

    /** A value of the receiver's own type. */
    static final Expectation SAME =
            new Expectation("a value of the same type", (given, call) -> series(given, receiverType(call), call));

    /** A value of the receiver's own type, or {@code None}. */
    static final Expectation SAME_OR_NONE = new Expectation(
            "a value of the same type, or None",
            (given, call) -> literalNone(given, call)
                    ? Optional.of(new Taken.Missing())
                    : series(given, receiverType(call), call));

    /** Several values, or the patient's own. */
    static final Expectation CONTAINER = new Expectation("a list, or an event series", Containers::take);

    /** Anything; the builder looks at it. */
    static Expectation anything(String words) {
        return new Expectation(words, (given, _) -> Optional.of(new Taken.Raw(given)));
    }

    /** A value of one type. */
    static Expectation of(Type type) {
        return new Expectation(Words.a(type), (given, call) -> series(given, type, call));
    }

    /** A text that is known now. */
    static final Expectation TEXT = new Expectation("text", (given, call) -> {
        if (given.value() instanceof TextValue) {
            return Optional.of(new Taken.Raw(given));
        }
        call.context().report(kind(given, call, "text"));
        return Optional.empty();
    });

    /** A text that is known now, or {@code None}. */
    static final Expectation TEXT_OR_NONE = new Expectation(
            "text, or None",
            (given, call) -> given.value() instanceof NoneValue ? Optional.of(new Taken.Raw(given)) : TEXT.take(given, call));

    /** True or false, known now. */
    static final Expectation FLAG = new Expectation("True or False", (given, call) -> {
        if (given.value() instanceof BooleanValue) {
            return Optional.of(new Taken.Raw(given));
        }
        call.context().report(kind(given, call, "True or False"));
        return Optional.empty();
    });

    /** A whole number that is known now, not negative. */
    static final Expectation COUNT = new Expectation("a whole number", (given, call) -> {
        if (given.value() instanceof IntegerValue number && number.value() >= 0) {
            return Optional.of(new Taken.Raw(given));
        }
        call.context().report(kind(given, call, "a whole number that is not negative"));
        return Optional.empty();
    });

    /** A whole number that is known now and not negative, or {@code None}. */
    static final Expectation COUNT_OR_NONE = new Expectation(
            "a whole number, or None",
            (given, call) -> given.value() instanceof NoneValue ? Optional.of(new Taken.Raw(given)) : COUNT.take(given, call));

    /** True or false for each row of the receiver, a frame, or for the patient. */
    static final Expectation ROW_CONDITION = new Expectation("true/false for each row", FrameArguments::condition);

    /** What the receiver, a frame, is sorted by. */
    static final Expectation SORT_KEY = new Expectation("a column of the same rows", FrameArguments::sortKey);

    private static Type receiverType(Call call) {
        return call.receiver().type();
    }

    private static boolean literalNone(Given given, Call call) {
        return given.value() instanceof NoneValue && call.context().accident(given.value()).isEmpty();
    }

    private static Optional<Taken> series(Given given, Type type, Call call) {
        Optional<Series> made = Operands.cast(given.value(), given.span(), type, asker(call), call.context());
        return made.map(series -> new Taken.OfSeries(series, given.span()));
    }

    /** Who wants the arguments of a call, in words. */
    static Asker asker(Call call) {
        Optional<String> called = MethodCalls.called(call.site(), call.context());
        if (called.isPresent()) {
            return Asker.of(called.get());
        }
        return switch (call.entry().form()) {
            case OPERATOR -> Asker.beside(() -> Words.source(call.site().receiver(), call.context()));
            case METHOD, FUNCTION, PROPERTY -> Asker.of(call.entry().name());
        };
    }

    /** The finding for a static argument of the wrong kind. */
    static Diagnostic kind(Given given, Call call, String wanted) {
        return call.context()
                .accident(given.value())
                .orElseGet(() -> Diagnostic.error(
                                EvalCode.ARGUMENT_KIND,
                                given.span(),
                                call.entry().name() + " wants " + wanted
                                        + given.name().map(name -> " for " + name).orElse("") + ", "
                                        + Words.source(given.span(), call.context()) + " is " + given.value().kind())
                        .hint(Words.tick(call.entry().signature())));
    }
}
