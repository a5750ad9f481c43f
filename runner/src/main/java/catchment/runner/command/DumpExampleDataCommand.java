package catchment.runner.command;

import catchment.runtime.RunException;
import catchment.runtime.output.Unwritable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes tables to try definitions on. */
@Command(
        name = "dump-example-data",
        description = "Writes the tables of the example study, 40 made-up patients, to try definitions on.",
        footer = {
            "",
            "Files of the same names in the folder are replaced; others stay.",
            "",
            "Examples:",
            "  catchment dump-example-data",
            "  catchment dump-example-data --dst-dir dummy_tables"
        })
final class DumpExampleDataCommand implements Action {
    private static final List<String> TABLES = List.of("clinical_events", "medications", "ons_deaths", "patients", "practice_registrations");

    private final Session session;

    @Option(names = {"-d", "--dst-dir"}, paramLabel = "DIR", description = "The folder; it is made if it is not there. By default example-data.")
    Path folder = Path.of("example-data");

    @Mixin
    ReportOptions report;

    DumpExampleDataCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        try {
            write(session.terminal().resolve(folder));
        } catch (IOException fault) {
            throw Unwritable.of(DefinitionFile.shown(folder), fault);
        }
        TABLES.forEach(table -> session.terminal().out().println(DefinitionFile.shown(folder.resolve(table + ".csv"))));
    }

    /** All are written before the first takes its place. */
    private static void write(Path place) throws IOException {
        Files.createDirectories(place);
        List<Path> written = new ArrayList<>();
        try {
            for (String table : TABLES) {
                Path file = place.resolve(table + ".csv");
                Unwritable.check(file);
                Path temporary = place.resolve("." + table + ".csv.part");
                written.add(temporary);
                Files.write(temporary, read(table));
            }
            for (String table : TABLES) {
                Files.move(
                        place.resolve("." + table + ".csv.part"),
                        place.resolve(table + ".csv"),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (Path temporary : written) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private static byte[] read(String table) {
        try (InputStream file = DumpExampleDataCommand.class.getResourceAsStream("/catchment/example-data/" + table + ".csv")) {
            if (file == null) {
                throw new FileNotFoundException(table);
            }
            return file.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException("the example data is part of the program", fault);
        }
    }
}
