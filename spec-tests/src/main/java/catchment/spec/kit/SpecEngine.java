package catchment.spec.kit;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Tables;
import java.util.List;

/** An engine that the specification is run on. */
public interface SpecEngine {
    /** What it is called. */
    String name();

    /**
     * Runs a definition on these tables: a database is filled with them, the definition planned, written and run, and what was made is removed.
     *
     * @param dataset what to run; tables from files are read already
     * @param spans where its nodes come from
     * @param tables every table that it reads, with all columns of the schema
     * @return {@code dataset}, then the event tables
     */
    List<ResultTable> run(DatasetDefinition dataset, Spans spans, Tables tables);
}
