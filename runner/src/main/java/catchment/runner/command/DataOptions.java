package catchment.runner.command;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.Spans;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.data.TableDirectory;
import catchment.runtime.data.TableFile;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.format.FileFormat;
import catchment.runtime.run.DataSource;
import catchment.runtime.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the data comes from: a database, else a finished output, else tables, else patients who are made up to fit the definition. */
final class DataOptions {
    @Option(
            names = "--dsn",
            paramLabel = "DSN",
            description = "The database: duckdb:///path, postgresql://user:password@server/database, sqlite:///path, a DuckDB file, or a folder of tables. By default"
                    + " DATABASE_URL.")
    Optional<String> dsn = Optional.empty();

    @Option(
            names = "--dummy-data-file",
            paramLabel = "FILE",
            description = "Takes a finished output: it is checked against the definition, and nothing is computed.")
    Optional<Path> dummyDataFile = Optional.empty();

    @Option(
            names = "--dummy-tables",
            paramLabel = "DIR",
            description = "Takes input tables: a folder with one file for each table, .csv, .csv.gz, .arrow or .parquet.")
    Optional<Path> dummyTables = Optional.empty();

    @Mixin
    SeedOption seed;

    /** Makes up patients; empty if there can be none, which has been said then. */
    private interface Patients {
        /** Their tables. */
        Optional<Tables> make(long seed) throws RunException;
    }

    /**
     * Where the data of a dataset comes from.
     *
     * @throws RunException if a database cannot be what the DSN says
     */
    Optional<DataSource> source(Session session, DatasetDefinition dataset, Spans spans, LocalDate today, BackendUse backend) throws RunException {
        return source(session, backend, number -> DummyPatients.make(session, dataset, spans, number, today));
    }

    /**
     * Where the data of measures comes from.
     *
     * @throws RunException if a database cannot be what the DSN says
     */
    Optional<DataSource> source(Session session, MeasuresDefinition measures, Spans spans, LocalDate today, BackendUse backend) throws RunException {
        return source(session, backend, number -> DummyPatients.make(session, measures, spans, number, today));
    }

    private Optional<DataSource> source(Session session, BackendUse backend, Patients patients) throws RunException {
        sourcesInVain().forEach(unused -> session.report().show(Faults.twoSources(given().getFirst(), unused)));
        Optional<String> database = database(session);
        if (database.isPresent()) {
            return Optional.of(backend.records(DataLocation.parse(database.get(), session.terminal().workingDirectory())));
        }
        if (dummyDataFile.isPresent()) {
            return dummyDataFile.map(file -> new DataSource.DummyDataFile(session.terminal().resolve(file)));
        }
        if (dummyTables.isPresent()) {
            return dummyTables.map(folder -> new DataSource.DummyTables(session.terminal().resolve(folder)));
        }
        return patients.make(seed.number()).map(DataSource.MadeUp::new);
    }

    /** Whether the project may use what a definition reads: real records only with the permissions that it holds, dummy data with those that it claims. */
    boolean permitted(Session session, Definition whole, BackendUse backend) throws RunException {
        return database(session).isPresent() ? Permissions.held(session, whole, backend) : Permissions.claimed(session, whole);
    }

    /** Where the data comes from, in a few words; of a database no more than that it is one, as its DSN may hold a password. */
    String described(Session session) {
        return database(session).map(_ -> "database")
                .or(() -> dummyDataFile.map(given -> "finished output " + DefinitionFile.shown(given)))
                .or(() -> dummyTables.map(given -> "dummy tables " + DefinitionFile.shown(given)))
                .orElseGet(() -> "made-up patients, seed " + seed.number());
    }

    /** Whether something is computed; else a finished output is checked and written again. */
    boolean computed(Session session) {
        return database(session).isPresent() || dummyDataFile.isEmpty();
    }

    /**
     * The files that the data is read from, by their names; none of a database, whose place may hold a password.
     *
     * @param tables the tables that are read
     */
    SortedMap<String, Path> files(Session session, List<FileTable> tables) {
        SortedMap<String, Path> files = new TreeMap<>();
        if (database(session).isEmpty() && dummyDataFile.isPresent()) {
            files(session.terminal().resolve(dummyDataFile.get()), session, files);
        } else if (database(session).isEmpty() && dummyTables.isPresent()) {
            TableDirectory.find(session.terminal().resolve(dummyTables.get()), tables, session.terminal().workingDirectory())
                    .files()
                    .values()
                    .forEach(file -> files.put(file.shown(), file.path()));
        }
        return files;
    }

    /** A finished output, or all that are in its folder. */
    private static void files(Path output, Session session, SortedMap<String, Path> files) {
        List<Path> all = List.of(output);
        if (Files.isDirectory(output)) {
            try (Stream<Path> within = Files.list(output)) {
                all = within.filter(file -> FileFormat.of(file.getFileName().toString()).isPresent()).toList();
            } catch (IOException unreadable) {
                // Whoever reads it says so.
            }
        }
        all.stream().filter(Files::isRegularFile).forEach(file -> files.put(TableFile.shown(file, session.terminal().workingDirectory()), file));
    }

    /**
     * What the data is read from, be it a file of a database.
     *
     * @param tables the tables that are read
     * @throws RunException if a database cannot be what the DSN says
     */
    List<Path> read(Session session, List<FileTable> tables) throws RunException {
        Optional<String> database = database(session);
        if (database.isEmpty()) {
            return List.copyOf(files(session, tables).values());
        }
        return switch (DataLocation.parse(database.get(), session.terminal().workingDirectory())) {
            case DataLocation.DuckDbFile file -> List.of(file.path());
            case DataLocation.Database _ -> List.of();
            case DataLocation.TableFolder folder ->
                    TableDirectory.find(folder.path(), tables, session.terminal().workingDirectory()).files().values().stream().map(TableFile::path).toList();
        };
    }

    /** The database with real records, if there is one. */
    Optional<String> database(Session session) {
        return dsn.or(() -> session.terminal().variable("DATABASE_URL"));
    }

    private List<String> given() {
        List<String> given = new ArrayList<>();
        dsn.ifPresent(_ -> given.add("--dsn"));
        dummyDataFile.ifPresent(_ -> given.add("--dummy-data-file"));
        dummyTables.ifPresent(_ -> given.add("--dummy-tables"));
        return given;
    }

    private List<String> sourcesInVain() {
        return given().stream().skip(1).toList();
    }
}
