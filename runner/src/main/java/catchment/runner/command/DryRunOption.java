package catchment.runner.command;

import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.write.SqlScript;
import catchment.runtime.RunException;
import catchment.runtime.data.FileTable;
import catchment.runtime.engine.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Whether a run is only shown. */
final class DryRunOption {
    @Option(
            names = "--dry-run",
            description = "Shows what would be read, made and written, each statement of it, and does nothing: no database is connected to, no dummy data is made,"
                    + " no file is written.")
    boolean wanted;

    /** Makes the program; its inline tables have been read. */
    interface Programs {
        /** The program in a dialect; empty if that cannot be, which has been said then. */
        Optional<SqlProgram> in(Dialect dialect) throws RunException;
    }

    /**
     * What a run would do.
     *
     * @param data where its data would come from, in a few words
     * @param computed false if a finished output would be checked and written again
     * @param reads the tables
     * @param writes the files; none for the console
     */
    record Plan(String data, boolean computed, List<FileTable> reads, List<Path> writes) {}

    /**
     * Shows it: remarks, and below them a script that the engine's own client runs.
     *
     * @throws RunException if the engine runs no SQL
     */
    void show(Session session, Engine engine, Plan plan, Programs programs) throws RunException {
        List<String> remarks = new ArrayList<>(List.of("a dry run: nothing of this is done", "data: " + plan.data()));
        if (!plan.computed()) {
            remarks.add("which is checked against the definition; nothing is computed");
            print(session, remarks, plan, "");
            return;
        }
        Dialect dialect = EngineOptions.dialect(engine);
        Optional<SqlProgram> program = programs.in(dialect);
        if (program.isPresent()) {
            remarks.add("engine: " + engine.name());
            plan.reads().forEach(table -> remarks.add("reads: " + described(table)));
            remarks.addAll(made(program.get()));
            print(session, remarks, plan, "\n" + SqlScript.text(program.get(), dialect));
        }
    }

    private static String described(FileTable table) {
        return table.columns().stream().map(column -> column.name()).collect(Collectors.joining(", ", table.name() + " (", ")"));
    }

    private static List<String> made(SqlProgram program) {
        List<String> made = new ArrayList<>();
        program.data().forEach(data -> made.add("loads: " + data.place() + ", " + data.rows().size() + (data.rows().size() == 1 ? " row" : " rows")));
        program.setup().stream().map(SqlProgram.Statement::purpose).distinct().forEach(stage -> made.add("computes: " + stage));
        return made;
    }

    private static void print(Session session, List<String> remarks, Plan plan, String script) {
        if (plan.writes().isEmpty()) {
            remarks.add("writes: nothing, the table is shown");
        }
        plan.writes().forEach(file -> remarks.add("writes: " + DefinitionFile.shown(file)));
        remarks.forEach(remark -> session.terminal().out().print("-- " + remark.replaceAll("\\R", " ") + "\n"));
        session.terminal().out().print(script);
        session.terminal().out().flush();
    }
}
