package catchment.compiler.standard;

import catchment.compiler.eval.Behaviour;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.eval.Texts;
import catchment.compiler.eval.TruthUse;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code sys.argv}: the definition's file, then what stood after {@code --} on the command line. */
record Argv() implements Behaviour {
    private static List<EvaluatedValue> words(Span span, Context context) {
        List<EvaluatedValue> words = new ArrayList<>();
        words.add(new TextValue(context.definitionFile(), span));
        context.arguments().forEach(word -> words.add(new TextValue(word, span)));
        return words;
    }

    @Override
    public Optional<EvaluatedValue> subscript(EvaluatedValue index, Expression.Subscript syntax, Context context) {
        if (!(index instanceof IntegerValue number)) {
            return Optional.empty();
        }
        List<EvaluatedValue> words = words(syntax.span(), context);
        long place = number.value() < 0 ? number.value() + words.size() : number.value();
        if (place < 0 || place >= words.size()) {
            Poison poison = context.refuse(Diagnostic.error(
                            EvalCode.PARAMETER_MISSING,
                            syntax.span(),
                            "the definition reads argument " + number.value() + " of the command line, and the command gave "
                                    + (words.size() - 1))
                    .hint("give it after a lone `--`: `… -- VALUE`"));
            return Optional.of(poison);
        }
        return Optional.of(words.get((int) place));
    }

    @Override
    public Optional<List<EvaluatedValue>> iterate(Span syntax, Context context) {
        return Optional.of(words(syntax, context));
    }

    @Override
    public Optional<List<EvaluatedValue>> sliced(Span syntax, Context context) {
        return Optional.of(words(syntax, context));
    }

    @Override
    public Optional<String> text(Span syntax, Context context) {
        return Texts.representation(new Collection.ListValue(words(syntax, context), syntax), syntax, context);
    }

    @Override
    public Optional<EvaluatedValue> builtin(
            String name, Expression.Call syntax, catchment.compiler.eval.Arguments arguments, Context context) {
        return name.equals("len")
                ? Optional.of(new IntegerValue(context.arguments().size() + 1L, syntax.span()))
                : Optional.empty();
    }

    @Override
    public Optional<Boolean> truth(TruthUse use, Context context) {
        return Optional.of(true);
    }

    @Override
    public Span origin() {
        return Span.NONE;
    }

    @Override
    public String kind() {
        return "the words of the command line";
    }
}
