package catchment.compiler.plan;

import java.util.List;

/** A way to answer extractions from one event table. What it finds it tells the {@link Workshop}. */
interface Shape {
    /** True if it can answer the extraction on an engine of these capabilities. */
    boolean fits(Extraction extraction, Capabilities capabilities);

    /** Adds the stages that answer the extractions, all of one table and level. */
    void answer(List<Extraction> extractions, EventRows events, Workshop shop);
}
