package catchment.runner.command;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.engine.DataLocation;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the database whether it is there. */
@Command(
        name = "test-connection",
        description = "Connects to the database as a run would, asks it the smallest of questions, and prints SUCCESS if it answers.",
        footer = {
            "",
            "Examples:",
            "  catchment test-connection --url duckdb:///data/records.duckdb",
            "  DATABASE_URL=dummy_tables catchment test-connection"
        })
final class TestConnectionCommand implements Action {
    private final Session session;

    @Option(
            names = {"-u", "--url", "--dsn"},
            paramLabel = "DSN",
            description = "The database: duckdb:///path, postgresql://user:password@server/database, sqlite:///path, a DuckDB file, or a folder of tables. By default"
                    + " DATABASE_URL.")
    Optional<String> url = Optional.empty();

    @Option(
            names = {"-b", "--backend"},
            paramLabel = "NAME",
            description = "How the database lays out its tables. By default BACKEND, else OPENSAFELY_BACKEND.")
    Optional<String> backend = Optional.empty();

    @Mixin
    ReportOptions report;

    TestConnectionCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        BackendUse used = BackendUse.of(session, backend.or(() -> session.terminal().variable("BACKEND")));
        String dsn = url.or(() -> session.terminal().variable("DATABASE_URL"))
                .orElseThrow(() -> new RunException(
                        Diagnostic.error(CommandCode.ARGUMENT_MISSING, Span.NONE, "nothing says which database to connect to")
                                .hint("name it with `--url DSN`, or in the environment variable DATABASE_URL")
                                .hint("a DSN is `duckdb:///path`, `postgresql://user:password@server/database`, `sqlite:///path`, a DuckDB file, or a folder of tables")));
        String found = used.tested(DataLocation.parse(dsn, session.terminal().workingDirectory()));
        session.terminal().out().println("SUCCESS");
        session.report().say(found);
    }
}
