package catchment.spec.kit;

/** The specification on DuckDB. */
final class DuckDbConformanceTest extends ConformanceKit {
    @Override
    protected SpecEngine engine() {
        return new DuckDbSpecEngine();
    }
}
