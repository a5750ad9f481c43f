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
 * @param settings how the database is used; its staging is one that the dialect can do
 */
public record Engine(String name, Optional<DataLocation> scratch, DatabaseSettings settings) {
    /** Rows in memory, read by the reference interpreter. */
    public static final Engine REFERENCE = new Engine("reference", Optional.empty(), DatabaseSettings.DEFAULT);
    /** The database in process. */
    public static final Engine DUCKDB = new Engine("duckdb", Optional.empty(), DatabaseSettings.DEFAULT);

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
            return new Engine(name, Optional.empty(), DatabaseSettings.DEFAULT);
        }
        Diagnostic unknown = Diagnostic.error(RunCode.ENGINE_UNKNOWN, Span.NONE, "there is no engine `" + name + "`");
        Optional<String> near = NearNames.of(name, names()).stream().findFirst();
        throw new RunException(unknown.hint(near.map(one -> "did you mean `" + one + "`?").orElse("the engines are `" + String.join("`, `", names()) + "`")));
    }

    /** The same engine, which loads dummy data into that database. */
    public Engine on(DataLocation database) {
        return new Engine(name, Optional.of(database), settings);
    }

    /** True for the reference interpreter. */
    public boolean isReference() {
        return name.equals(REFERENCE.name());
    }

    /**
     * The same engine, used in that way.
     *
     * @throws RunException with exit code 2 if it cannot be
     */
    public Engine with(DatabaseSettings wanted) throws RunException {
        if (wanted.staging().isPresent()) {
            try {
                if (Dialects.named(name).flatMap(dialect -> dialect.staging(wanted.staging().get())).isEmpty()) {
                    throw new RunException(RunCode.ENGINE_UNSUITED, "the engine `" + name + "` keeps no stages in real tables");
                }
            } catch (IllegalArgumentException misplaced) {
                throw new RunException(RunCode.ENGINE_UNSUITED, misplaced.getMessage());
            }
        }
        return new Engine(name, scratch, wanted);
    }

    /** How it is spoken to, with its stages where they are to be; empty for the reference interpreter, which runs no SQL. */
    public Optional<Dialect> dialect() {
        return Dialects.named(name).map(dialect -> settings.staging().flatMap(dialect::staging).orElse(dialect));
    }
}
