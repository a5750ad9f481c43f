package catchment.spec.kit;

/** The specification on the reference interpreter. */
final class ReferenceConformanceTest extends ConformanceKit {
    @Override
    protected SpecEngine engine() {
        return new ReferenceEngine();
    }
}
