package catchment.compiler.query;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Poison;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.Map;
import java.util.Optional;

/** Turns what a definition's module holds at its end into a {@link Definition}. */
public final class EhrqlDefinition {
    private EhrqlDefinition() {}

    /**
     * The definition of a module that was evaluated. Reports what is missing or of the wrong kind.
     *
     * @param globals the module's variables
     */
    public static Definition finish(Context context, Map<String, EvaluatedValue> globals) {
        Optional<DatasetDefinition> dataset = Optional.empty();
        Optional<MeasuresDefinition> measures = Optional.empty();
        Optional<EvaluatedValue> datasetValue = Optional.ofNullable(globals.get("dataset"));
        Optional<EvaluatedValue> measuresValue = Optional.ofNullable(globals.get("measures"));
        if (datasetValue.isPresent()) {
            dataset = switch (datasetValue.get()) {
                case DatasetValue defined -> defined.finish(context);
                case Poison _ -> Optional.empty();
                default -> {
                    kind("dataset", "create_dataset()", datasetValue.get(), context);
                    yield Optional.empty();
                }
            };
        }
        if (measuresValue.isPresent()) {
            measures = switch (measuresValue.get()) {
                case MeasuresValue defined -> defined.finish(context);
                case Poison _ -> Optional.empty();
                default -> {
                    kind("measures", "create_measures()", measuresValue.get(), context);
                    yield Optional.empty();
                }
            };
        }
        if (datasetValue.isEmpty() && measuresValue.isEmpty()) {
            OutputName.other(globals, context).ifPresent(context::report);
        }
        return new Definition(
                dataset,
                measures,
                context.state(Claims.class, Claims::new).permissions(),
                Optional.ofNullable(globals.get("test_data")).map(value -> TestData.read(value, context)),
                context.state(Shows.Asked.class, Shows.Asked::new).all(),
                context.spans());
    }

    private static void kind(String name, String call, EvaluatedValue value, Context context) {
        context.report(Diagnostic.error(QueryCode.OUTPUT_KIND, value.origin(), "the variable " + Words.tick(name) + " is " + value.kind())
                .hint("it is kept for what " + call + " gives; give this value another name"));
    }
}
