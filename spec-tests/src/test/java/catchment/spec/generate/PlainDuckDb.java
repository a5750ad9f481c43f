package catchment.spec.generate;

import catchment.compiler.plan.Capabilities;

/**
 * DuckDB for a planner that may share and shorten nothing: each extraction has a statement of its own, picks go by windows and not by packed rows, no list and no
 * case becomes data, few relations are joined at once, and what is deeper than a few operations is named by a stage.
 */
final class PlainDuckDb extends LikeDuckDb {
    @Override
    public Capabilities capabilities() {
        Capabilities able = DUCKDB.capabilities();
        return new Capabilities(6, Integer.MAX_VALUE, Integer.MAX_VALUE, 2, 1, 12, false, able.foreignValues(), able.foreignTexts(), able.copies());
    }
}
