package catchment.spec.kit;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Tables;
import java.util.List;

/** The reference interpreter: what every other engine is compared with. */
public record ReferenceEngine() implements SpecEngine {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public List<ResultTable> run(DatasetDefinition dataset, Spans spans, Tables tables) {
        return new ReferenceInterpreter(dataset).run(tables);
    }
}
