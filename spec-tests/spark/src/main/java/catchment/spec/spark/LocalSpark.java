package catchment.spec.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Spark within this process, on one thread; whatever it serves is served on the loopback address alone. */
public final class LocalSpark {
    private LocalSpark() {}

    /**
     * Starts it, or finds it running.
     *
     * @param folder where its tables are kept
     */
    public static SparkSession start(Path folder) {
        return SparkSession.builder()
                .master("local[1]")
                .appName("catchment")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.default.parallelism", "1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.catalogImplementation", "in-memory")
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .config("spark.local.dir", folder.resolve("local").toString())
                // tables here are small: what pays for large ones costs more than it saves
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.sql.parquet.compression.codec", "uncompressed")
                .getOrCreate();
    }
}
