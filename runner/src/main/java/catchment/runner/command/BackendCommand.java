package catchment.runner.command;

import catchment.compiler.backend.BackendDefinition;
import catchment.compiler.backend.UnmappedTables;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.engine.BackendSession;
import catchment.runtime.engine.DataLocation;
import catchment.runtime.engine.MappingCheck;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Works on a backend itself. */
@Command(
        name = "backend",
        description = "Checks a backend: whether its text says what it must and has the tables that it promises, and with a database whether that holds them so.",
        footer = {
            "",
            "Examples:",
            "  catchment backend check --backend tpp",
            "  catchment backend check --backend omop.ehrql --dsn duckdb:///data/omop.duckdb"
        })
final class BackendCommand implements Action {
    private static final List<String> TASKS = List.of("check");

    private final Session session;

    @Parameters(paramLabel = "TASK", description = "What is to be done: check.")
    String task = "";

    @Option(
            names = {"-b", "--backend"},
            paramLabel = "NAME",
            description = "The backend: tpp, emis or another that is installed, or the path of a backend's text, .ehrql. By default OPENSAFELY_BACKEND.")
    Optional<String> backend = Optional.empty();

    @Option(
            names = "--dsn",
            paramLabel = "DSN",
            description = "A database that is compared with it: duckdb:///path, postgresql://user:password@server/database, a DuckDB file, or a folder of tables. By"
                    + " default DATABASE_URL; without one, the text alone is checked.")
    Optional<String> dsn = Optional.empty();

    @Option(names = "--rows", description = "Reads rows too: whether a column has missing values that may have none. It may take long.")
    boolean rows;

    @Mixin
    ReportOptions report;

    BackendCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        if (!TASKS.contains(task)) {
            Diagnostic unknown = Diagnostic.error(CommandCode.ARGUMENT_VALUE, Span.NONE, "`backend` cannot do `" + task + "`");
            throw new RunException(unknown.hint(NearNames.of(task, TASKS).isEmpty() ? "it can do `check`" : "did you mean `check`?"));
        }
        BackendDefinition definition = BackendUse.of(session, backend).backend().orElseThrow(() -> new RunException(
                Diagnostic.error(CommandCode.ARGUMENT_MISSING, Span.NONE, "nothing says which backend to check").hint("name it with `--backend NAME`, or in the environment variable OPENSAFELY_BACKEND")));
        session.report().show(UnmappedTables.promised(definition));
        Optional<String> database = dsn.or(() -> session.terminal().variable("DATABASE_URL"));
        if (database.isPresent()) {
            compare(definition, DataLocation.parse(database.get(), session.terminal().workingDirectory()));
        }
        if (!session.report().hasErrors()) {
            session.terminal().out().println("the backend `" + definition.name() + "` has " + definition.tables().size() + " tables"
                    + (database.isPresent() ? ", and the database holds each as it says" : ""));
        }
    }

    private void compare(BackendDefinition definition, DataLocation location) throws RunException {
        BackendSession opened = BackendSession.open(location, definition, BackendUse.dialect(definition).collating(definition.collations()));
        try {
            session.report().show(opened.check().of(definition.tables().keySet(), rows ? MappingCheck.Depth.ROWS : MappingCheck.Depth.DESCRIPTION).faults());
        } finally {
            opened.session().close();
        }
    }
}
