package catchment.spec.spark;

import catchment.dialects.spi.Dialects;
import catchment.spec.kit.ConformanceKit;
import catchment.spec.kit.SessionSpecEngine;
import catchment.spec.kit.SpecEngine;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SparkConformanceTest extends ConformanceKit {
    @TempDir
    static Path warehouse;

    private SparkSession spark;

    @Override
    protected int casesAtOnce() {
        return 40;
    }

    @Override
    protected SpecEngine engine() {
        spark = LocalSpark.start(warehouse);
        return new SessionSpecEngine(Dialects.named("spark").orElseThrow(), new SparkEngineSession(spark));
    }

    @AfterAll
    void end() {
        spark.stop();
    }
}
