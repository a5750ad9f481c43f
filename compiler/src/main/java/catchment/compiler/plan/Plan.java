package catchment.compiler.plan;

import catchment.compiler.model.Type;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;

/**
 * How a definition is answered: data to be loaded, stages to be computed one after the other, and the output tables read from them.
 *
 * @param data what the stages need besides the tables of the database
 * @param stages in order; each reads base tables, data and earlier stages
 * @param outputs the dataset first, then event tables in order of definition
 */
public record Plan(List<Data> data, List<Stage> stages, List<Output> outputs) {
    public Plan {
        data = List.copyOf(data);
        stages = List.copyOf(stages);
        outputs = List.copyOf(outputs);
    }

    /**
     * What is computed for whom.
     *
     * @param name {@code population}, or {@code dataset.} and the variable's name
     * @param span where it is defined, if known
     */
    public record Served(String name, Optional<Span> span) {}

    /**
     * A relation that the engine computes once.
     *
     * @param name unique in the plan, also against base tables, whatever the case of letters
     * @param purpose what it is for, in a few words
     * @param relation what it holds; {@code patient_id} is the first column
     * @param served whom it serves
     */
    public record Stage(String name, String purpose, RelNode relation, List<Served> served) {
        public Stage {
            served = List.copyOf(served);
        }
    }

    /**
     * An output table, sorted as it is to be written.
     *
     * @param name {@code dataset}, or the event table's name
     * @param columns {@code patient_id} first
     */
    public record Output(String name, RelNode relation, List<Column> columns, List<Served> served) {
        public Output {
            columns = List.copyOf(columns);
            served = List.copyOf(served);
        }
    }

    /** A column of data or of an output. */
    public record Column(String name, Type type) {}

    /**
     * A table that is loaded before the first stage.
     *
     * @param name unique in the plan
     * @param rows values of the Java classes that {@link Type} says, null where missing
     */
    public record Data(String name, List<Column> columns, List<List<Object>> rows) {
        public Data {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
