package catchment.spec.spark;

import catchment.dialects.spi.Dialects;
import catchment.spec.generate.GeneratedStudies;
import catchment.spec.kit.SessionSpecEngine;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

final class GeneratedSparkTest extends GeneratedStudies {
    @TempDir
    static Path warehouse;

    private SparkSession spark;

    /** Each takes a second and more; {@code -Dgenerated.count} asks for more of them. */
    @Override
    protected int studies() {
        return 20;
    }

    @Override
    protected int studiesAtOnce() {
        return 5;
    }

    @Override
    protected SessionSpecEngine engine() {
        spark = LocalSpark.start(warehouse);
        return new SessionSpecEngine(Dialects.named("spark").orElseThrow(), new SparkEngineSession(spark));
    }

    @AfterAll
    void end() {
        spark.stop();
    }
}
