package catchment.spec.kit;

import catchment.spec.cases.SpecCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of each case on an engine: it gave the rows, it refused as it declares, or neither. */
public final class ConformanceReport {
    /** Where the tests of an engine leave it, each in a file of its own. */
    public static final Path FOLDER = Path.of("target", "conformance");

    private final String engine;
    private final Map<String, String> outcomes = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();

    /** Of no case yet. */
    ConformanceReport(String engine) {
        this.engine = engine;
    }

    synchronized void add(SpecCase one, Optional<DeclaredRefusal> refusal, boolean asExpected) {
        outcomes.put(one.id(), !asExpected ? "fails" : refusal.isPresent() ? "refuses" : "agrees");
        refusal.ifPresent(declared -> refused.merge(declared.name(), 1, Integer::sum));
    }

    /** In a few lines: how many cases agree, and what the engine cannot do. */
    synchronized String summary() {
        Map<String, Long> counts = outcomes.values().stream().collect(Collectors.groupingBy(outcome -> outcome, TreeMap::new, Collectors.counting()));
        String text = engine + ": of " + outcomes.size() + " cases "
                + counts.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", "));
        return refused.isEmpty()
                ? text
                : text + "\n  cannot compute " + refused.entrySet().stream().map(entry -> entry.getKey() + " (" + entry.getValue() + " cases)").collect(Collectors.joining(", "));
    }

    /** Writes a line for each case: what became of it, a tab, its id. */
    synchronized void write() throws IOException {
        Files.createDirectories(FOLDER);
        List<String> lines = new ArrayList<>();
        outcomes.forEach((id, outcome) -> lines.add(outcome + "\t" + id));
        Files.write(FOLDER.resolve(engine + ".tsv"), lines);
    }

    /**
     * What became of each case, by its id.
     *
     * @param file what the tests of an engine have left
     */
    public static Map<String, String> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> line.split("\t", 2)).collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
    }
}
