package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The name of the variable in which commands look for what to generate: {@code dataset}, {@code measures}. */
final class OutputName {
    private OutputName() {}

    /**
     * The warning about a file that makes a dataset, or measures, and keeps them under another name: nothing would be generated.
     *
     * @param globals the file's variables; none is called {@code dataset} or {@code measures}
     */
    static Optional<Diagnostic> other(Map<String, EvaluatedValue> globals, Context context) {
        List<Map.Entry<String, EvaluatedValue>> made = globals.entrySet().stream()
                .filter(variable -> variable.getValue() instanceof DatasetValue || variable.getValue() instanceof MeasuresValue)
                .toList();
        if (made.isEmpty()) {
            return Optional.empty();
        }
        String written = made.getFirst().getKey();
        EvaluatedValue value = made.getFirst().getValue();
        String wanted = value instanceof DatasetValue ? "dataset" : "measures";
        Diagnostic found = Diagnostic.warning(
                        EvalCode.DEFINITION_MISSING,
                        value.origin(),
                        value.kind() + " in a variable " + Words.tick(written) + ": only what is called " + Words.tick(wanted) + " is generated")
                .hint("call it " + Words.tick(wanted) + ", wherever " + Words.tick(written) + " is used");
        // Of several, which is meant cannot be told; within a function the value has no name yet.
        Span line = new Span(value.origin().file(), new Position(value.origin().start().line(), 1), value.origin().start());
        boolean assigned = context.sourceText(line).matches(java.util.regex.Pattern.quote(written) + "\\s*=\\s*");
        return Optional.of(
                made.size() == 1 && assigned
                        ? found.hint("or give it both names: " + Words.tick(written + " = " + wanted + " = …")).fix(value.origin().before(), wanted + " = ")
                        : found);
    }
}
