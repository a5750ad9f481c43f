package catchment.runtime.run;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.data.TableDirectory;
import catchment.runtime.data.TableFile;
import catchment.runtime.data.TablesInMemory;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.engine.DuckDbEngine;
import catchment.runtime.engine.RunCode;
import catchment.runtime.tables.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
            case DataSource.Records(DataLocation.DuckDbFile _) ->
                    throw new RunException(RunCode.ENGINE_UNSUITED, "the engine `reference` reads files, not a database");
            case DataSource.DummyDataFile _ -> throw new IllegalStateException("a finished output has no tables");
        };
    }

    private Tables inMemory(Path folder) {
        return TablesInMemory.read(wanted, folder, workingDirectory, told);
    }

    /** In a database, which is shut off from everything else unless it was there before; to be closed. */
    DuckDbEngine inDuckDb() throws RunException {
        if (source instanceof DataSource.Records(DataLocation.DuckDbFile file)) {
            return DuckDbEngine.reading(file, wanted);
        }
        DuckDbEngine engine = DuckDbEngine.empty();
        try {
            switch (source) {
                case DataSource.MadeUp madeUp -> engine.load(wanted, madeUp.tables());
                case DataSource.DummyTables dummy -> load(engine, dummy.folder());
                case DataSource.Records(DataLocation.TableFolder folder) -> load(engine, folder.path());
                case DataSource.Records(DataLocation.DuckDbFile _), DataSource.DummyDataFile _ -> throw new IllegalStateException("no tables to be loaded");
            }
            engine.shutOff();
            return engine;
        } catch (RunException unusable) {
            engine.close();
            throw unusable;
        }
    }

    private void load(DuckDbEngine engine, Path folder) throws RunException {
        TableDirectory found = TableDirectory.find(folder, wanted, workingDirectory);
        found.diagnostics().forEach(told);
        for (Map.Entry<FileTable, TableFile> file : found.files().entrySet()) {
            engine.load(file.getKey(), file.getValue()).forEach(told);
        }
    }
}
