package catchment.spec.bench;

import catchment.compiler.definition.Definition;
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

/** Text to model. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class CompileBenchmark {
    private final Map<String, String> sixtyVariables = Definitions.sixtyVariables();
    private final Map<String, String> largest = Definitions.largest();
    private final Map<String, String> longCodelist = Definitions.longCodelist(100_000);
    private final Map<String, String> longCase = Definitions.longCase(5_000);
    private final Map<String, String> longChain = Definitions.longChain(10_000);

    /** 60 variables: to stay under 50 ms. */
    @Benchmark
    public Definition sixtyVariables() {
        return Study.compile(sixtyVariables);
    }

    /** As large as any study that is known: under a second. */
    @Benchmark
    public Definition largest() {
        return Study.compile(largest);
    }

    /** A codelist of 100,000 codes: under a second. */
    @Benchmark
    public Definition longCodelist() {
        return Study.compile(longCodelist);
    }

    /** A case of 5,000 branches: under a second. */
    @Benchmark
    public Definition longCase() {
        return Study.compile(longCase);
    }

    /** 10,000 conditions joined by {@code |}: under a second. */
    @Benchmark
    public Definition longChain() {
        return Study.compile(longChain);
    }
}
