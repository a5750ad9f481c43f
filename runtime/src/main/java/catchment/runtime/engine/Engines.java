package catchment.runtime.engine;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a definition can be run on. */
public enum Engines {
    /** The database in process. */
    DUCKDB("duckdb"),
    /** Rows in memory, read by the reference interpreter. */
    REFERENCE("reference");

    private final String engineName;

    Engines(String engineName) {
        this.engineName = engineName;
    }

    /** What it is called on the command line. */
    public String engineName() {
        return engineName;
    }

    /** The names of all of them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Engines::engineName).toList();
    }

    /**
     * The engine of that name.
     *
     * @throws RunException with exit code 2 if there is none
     */
    public static Engines named(String name) throws RunException {
        Optional<Engines> found = Arrays.stream(values()).filter(engine -> engine.engineName.equals(name)).findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        Diagnostic unknown = Diagnostic.error(RunCode.ENGINE_UNKNOWN, Span.NONE, "there is no engine `" + name + "`");
        Optional<String> near = NearNames.of(name, names()).stream().findFirst();
        throw new RunException(unknown.hint(near.map(one -> "did you mean `" + one + "`?").orElse("the engines are `" + String.join("`, `", names()) + "`")));
    }
}
