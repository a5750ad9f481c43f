package catchment.spec.bench;

import catchment.compiler.definition.Definition;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Tables;
import catchment.spec.kit.DuckDbSpecEngine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Text to rows on DuckDB, with empty tables: what size alone costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class RunBenchmark {
    private final Map<String, String> sixtyVariables = Definitions.sixtyVariables();
    private final Map<String, String> longCodelist = Definitions.longCodelist(100_000);
    private final Map<String, String> longCase = Definitions.longCase(5_000);
    private final Map<String, String> longChain = Definitions.longChain(10_000);

    /** 60 variables. */
    @Benchmark
    public List<ResultTable> sixtyVariables() {
        return run(sixtyVariables);
    }

    /** A codelist of 100,000 codes. */
    @Benchmark
    public List<ResultTable> longCodelist() {
        return run(longCodelist);
    }

    /** A case of 5,000 branches. */
    @Benchmark
    public List<ResultTable> longCase() {
        return run(longCase);
    }

    /** 10,000 conditions joined by {@code |}. */
    @Benchmark
    public List<ResultTable> longChain() {
        return run(longChain);
    }

    private static List<ResultTable> run(Map<String, String> files) {
        Definition definition = Study.compile(files);
        return new DuckDbSpecEngine().run(definition.dataset().orElseThrow(), definition.spans(), Tables.NONE);
    }
}
