package catchment.runner.command;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.data.TableDirectory;
import catchment.runtime.data.TableFile;
import catchment.runtime.data.TablesInMemory;
import catchment.runtime.data.UsedTables;
import catchment.runtime.tables.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the tables come from of a command that shows single patients: never from a database. */
final class TablesOption {
    @Option(
            names = "--dummy-tables",
            paramLabel = "DIR",
            description = "Takes input tables: a folder with one file for each table, .csv, .csv.gz, .arrow or .parquet."
                    + " Without it, patients are made up who fit the definition.")
    Optional<Path> folder = Optional.empty();

    @Mixin
    SeedOption seed;

    /**
     * The files that are read.
     *
     * @param tables the tables that are wanted
     */
    List<Path> files(Session session, List<FileTable> tables) {
        return folder.map(given -> TableDirectory.find(session.terminal().resolve(given), tables, session.terminal().workingDirectory())).stream()
                .flatMap(found -> found.files().values().stream())
                .map(TableFile::path)
                .toList();
    }

    /** The tables; empty if they cannot be had, which has been shown then. */
    Optional<Tables> tables(Session session, DatasetDefinition dataset, Spans spans, LocalDate today) throws RunException {
        return tables(session, dataset, spans, today, _ -> true);
    }

    /**
     * The same.
     *
     * @param told which findings in the files matter
     */
    Optional<Tables> tables(Session session, DatasetDefinition dataset, Spans spans, LocalDate today, Predicate<Diagnostic> told)
            throws RunException {
        if (folder.isEmpty()) {
            return DummyPatients.make(session, dataset, spans, seed.number(), today);
        }
        List<Diagnostic> found = new ArrayList<>();
        Tables read = TablesInMemory.read(
                UsedTables.of(dataset.roots()), session.terminal().resolve(folder.get()), session.terminal().workingDirectory(), found::add);
        session.report().show(found.stream().filter(told).toList());
        return session.report().hasErrors() ? Optional.empty() : Optional.of(read);
    }
}
