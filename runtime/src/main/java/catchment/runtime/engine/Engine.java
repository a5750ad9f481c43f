package catchment.runtime.engine;

import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a definition can be run on: the reference interpreter, or a database that speaks one of the dialects there are.
 *
 * @param name what it is called on the command line
 * @param scratch a database of its dialect that dummy data is loaded into, for an engine that is not part of this program
 */
public record Engine(String name, Optional<DataLocation> scratch) {
    /** Rows in memory, read by the reference interpreter. */
    public static final Engine REFERENCE = new Engine("reference", Optional.empty());
    /** The database in process. */
    public static final Engine DUCKDB = new Engine("duckdb", Optional.empty());

    /** The names of all of them. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(Dialects.all().stream().map(Dialect::name).toList());
        names.add(REFERENCE.name());
        return names;
    }

    /**
     * The engine of that name.
     *
     * @throws RunException with exit code 2 if there is none
     */
    public static Engine named(String name) throws RunException {
        if (names().contains(name)) {
            return new Engine(name, Optional.empty());
        }
        Diagnostic unknown = Diagnostic.error(RunCode.ENGINE_UNKNOWN, Span.NONE, "there is no engine `" + name + "`");
        Optional<String> near = NearNames.of(name, names()).stream().findFirst();
        throw new RunException(unknown.hint(near.map(one -> "did you mean `" + one + "`?").orElse("the engines are `" + String.join("`, `", names()) + "`")));
    }

    /** The same engine, which loads dummy data into that database. */
    public Engine on(DataLocation database) {
        return new Engine(name, Optional.of(database));
    }

    /** True for the reference interpreter. */
    public boolean isReference() {
        return name.equals(REFERENCE.name());
    }

    /** How it is spoken to; empty for the reference interpreter, which runs no SQL. */
    public Optional<Dialect> dialect() {
        return Dialects.named(name);
    }
}
