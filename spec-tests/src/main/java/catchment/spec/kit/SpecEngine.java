package catchment.spec.kit;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Node;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Tables;
import java.util.List;

/** An engine that the specification is run on. */
public interface SpecEngine {
    /** What it is called. */
    String name();

    /** Whether it computes this, its inputs aside. A case that asks for what it does not compute has to be refused by it, at the place that asks. */
    default boolean computes(Node node) {
        return true;
    }

    /**
     * Runs a definition on these tables: a database is filled with them, the definition planned, written and run, and what was made is removed.
     *
     * @param dataset what to run; tables from files are read already
     * @param spans where its nodes come from
     * @param tables every table that it reads, with all columns of the schema
     * @return {@code dataset}, then the event tables
     * @throws IllegalStateException caused by what the engine said, if it said no
     */
    List<ResultTable> run(DatasetDefinition dataset, Spans spans, Tables tables);
}
