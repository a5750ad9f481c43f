package catchment.spec.bench;

import catchment.compiler.definition.Definition;
import catchment.dialects.program.SqlProgram;
import catchment.spec.kit.DuckDbSpecEngine;
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

/** Model to SQL. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class PlanBenchmark {
    private final Definition sixtyVariables = Study.compile(Definitions.sixtyVariables());
    private final Definition longCodelist = Study.compile(Definitions.longCodelist(100_000));
    private final Definition longCase = Study.compile(Definitions.longCase(5_000));
    private final Definition longChain = Study.compile(Definitions.longChain(10_000));

    /** 60 variables: to stay under 200 ms. */
    @Benchmark
    public SqlProgram sixtyVariables() {
        return plan(sixtyVariables);
    }

    /** A codelist of 100,000 codes: under a second. */
    @Benchmark
    public SqlProgram longCodelist() {
        return plan(longCodelist);
    }

    /** A case of 5,000 branches: under a second. */
    @Benchmark
    public SqlProgram longCase() {
        return plan(longCase);
    }

    /** 10,000 conditions joined by {@code |}: under a second. */
    @Benchmark
    public SqlProgram longChain() {
        return plan(longChain);
    }

    private static SqlProgram plan(Definition definition) {
        return DuckDbSpecEngine.program(definition.dataset().orElseThrow(), definition.spans());
    }
}
