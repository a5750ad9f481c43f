package catchment.runtime.run;

import catchment.compiler.backend.BackendDefinition;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.TableMapping;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.data.TableDirectory;
import catchment.runtime.data.TableFile;
import catchment.runtime.data.TablesInMemory;
import catchment.runtime.engine.BackendSession;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.engine.Databases;
import catchment.runtime.engine.DuckDbEngine;
import catchment.runtime.engine.Engine;
import catchment.runtime.engine.EngineSession;
import catchment.runtime.engine.JdbcSession;
import catchment.runtime.engine.MappingCheck;
import catchment.runtime.engine.RunCode;
import catchment.runtime.tables.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The tables of a data source, brought to where an engine can read them. */
final class SourceTables {
    private final DataSource source;
    private final List<FileTable> wanted;
    private final Path workingDirectory;
    private final Consumer<Diagnostic> told;

    /**
     * @param wanted the tables that are read, with the columns that are used
     * @param workingDirectory what paths are relative to
     * @param told takes what is wrong with the files; with an error among it the tables are of no use
     */
    SourceTables(DataSource source, List<FileTable> wanted, Path workingDirectory, Consumer<Diagnostic> told) {
        this.source = source;
        this.wanted = wanted;
        this.workingDirectory = workingDirectory;
        this.told = told;
    }

    /**
     * In memory.
     *
     * @throws RunException if they are in a database
     */
    Tables inMemory() throws RunException {
        return switch (source) {
            case DataSource.MadeUp madeUp -> madeUp.tables();
            case DataSource.DummyTables dummy -> inMemory(dummy.folder());
            case DataSource.Records(DataLocation.TableFolder folder) -> inMemory(folder.path());
            case DataSource.Records(DataLocation.DuckDbFile _), DataSource.Records(DataLocation.Database _) ->
                    throw new RunException(RunCode.ENGINE_UNSUITED, "the engine `reference` reads files, not a database");
            case DataSource.Backed _ -> throw new RunException(RunCode.ENGINE_UNSUITED, "the engine `reference` reads files, not the tables of a backend");
            case DataSource.DummyDataFile _ -> throw new IllegalStateException("a finished output has no tables");
        };
    }

    private Tables inMemory(Path folder) {
        return TablesInMemory.read(wanted, folder, workingDirectory, told);
    }

    /** In a database, which is shut off from everything else unless it was there before; to be closed. */
    private DuckDbEngine inDuckDb() throws RunException {
        if (source instanceof DataSource.Records(DataLocation.DuckDbFile file)) {
            return DuckDbEngine.reading(file, wanted);
        }
        DuckDbEngine engine = DuckDbEngine.empty();
        try {
            switch (source) {
                case DataSource.MadeUp madeUp -> engine.load(wanted, madeUp.tables());
                case DataSource.DummyTables dummy -> load(engine, dummy.folder());
                case DataSource.Records(DataLocation.TableFolder folder) -> load(engine, folder.path());
                case DataSource.Records(DataLocation.Database _) -> throw new RunException(
                        RunCode.ENGINE_UNSUITED, "the engine `duckdb` does not run on the database that the DSN names");
                case DataSource.Records(DataLocation.DuckDbFile _), DataSource.Backed _, DataSource.DummyDataFile _ -> throw new IllegalStateException("no tables to be loaded");
            }
            engine.shutOff();
            return engine;
        } catch (RunException unusable) {
            engine.close();
            throw unusable;
        }
    }

    /** How the database is spoken to, whose columns a backend may have said more of. */
    Dialect spoken(Dialect dialect) {
        return source instanceof DataSource.Backed backed ? dialect.collating(backed.backend().collations()) : dialect;
    }

    /** A database with its tables. */
    record Filled(EngineSession session, TableMapping mapping) {}

    /** What is done with a session before anything else. */
    interface Beginning {
        void of(EngineSession session) throws RunException;
    }

    /**
     * In a database of this dialect: the one that holds them, or an empty one that they are loaded into; to be closed.
     *
     * @param scratch where dummy data is loaded into; without one, into a database in process
     */
    Filled in(Dialect dialect, Optional<DataLocation> scratch, Beginning beginning) throws RunException {
        if (source instanceof DataSource.Backed(DataLocation location, BackendDefinition backend)) {
            BackendSession opened = BackendSession.open(location, backend, dialect);
            beginning.of(opened.session());
            MappingCheck.Checked checked = opened.check().of(wanted.stream().map(FileTable::name).toList(), MappingCheck.Depth.DESCRIPTION);
            checked.faults().forEach(told);
            return new Filled(opened.session(), checked.mapping());
        }
        if (dialect.name().equals(Engine.DUCKDB.name())) {
            EngineSession session = inDuckDb().session();
            beginning.of(session);
            return new Filled(session, TableMapping.NONE);
        }
        if (source instanceof DataSource.Records(DataLocation.Database database)) {
            if (!database.dialect().name().equals(dialect.name())) {
                throw new RunException(
                        RunCode.ENGINE_UNSUITED, "the engine `" + dialect.name() + "` does not run on the database that the DSN names, which speaks " + database.dialect().name());
            }
            JdbcSession session = Databases.open(new DataLocation.Database(dialect, database.settings()));
            return filled(session, () -> {
                beginning.of(session);
                return session.mapping(wanted, told);
            });
        }
        Tables tables = inMemory();
        JdbcSession session = scratch.isPresent() ? Databases.open(scratch(dialect, scratch.get())) : Databases.inProcess(dialect);
        return filled(session, () -> {
            beginning.of(session);
            return session.load(wanted, tables);
        });
    }

    private interface Filling {
        TableMapping fill() throws RunException;
    }

    private static Filled filled(JdbcSession session, Filling filling) throws RunException {
        try {
            return new Filled(session, filling.fill());
        } catch (RunException unusable) {
            session.close();
            throw unusable;
        }
    }

    private static DataLocation.Database scratch(Dialect dialect, DataLocation location) throws RunException {
        if (location instanceof DataLocation.Database database && database.dialect().name().equals(dialect.name())) {
            return new DataLocation.Database(dialect, database.settings());
        }
        throw new RunException(RunCode.ENGINE_UNSUITED, "the scratch database is none that the engine `" + dialect.name() + "` runs on");
    }

    private void load(DuckDbEngine engine, Path folder) throws RunException {
        TableDirectory found = TableDirectory.find(folder, wanted, workingDirectory);
        found.diagnostics().forEach(told);
        for (Map.Entry<FileTable, TableFile> file : found.files().entrySet()) {
            engine.load(file.getKey(), file.getValue()).forEach(told);
        }
    }
}
