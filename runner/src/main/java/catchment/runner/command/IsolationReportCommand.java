package catchment.runner.command;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.runner.isolation.Isolation;
import catchment.runner.isolation.Isolation.Outcome;
import catchment.runner.isolation.Isolation.Tried;
import catchment.runtime.RunException;
import catchment.runtime.output.Unwritable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows that a definition is kept from what it must not do. */
@Command(
        name = "isolation-report",
        description = "Tries everything that a definition must not do, each in a definition of its own, and prints how it is refused.",
        footer = {
            "",
            "Reading outside the study, links, devices, pipes, the environment, writing, the network, other",
            "programs, endless work. Ends with 1 if anything is not refused.",
            "",
            "Example:",
            "  catchment isolation-report"
        })
final class IsolationReportCommand implements Action {
    private final Session session;

    @Mixin
    ReportOptions report;

    IsolationReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        List<Tried> all;
        try {
            all = Isolation.report();
        } catch (IOException fault) {
            throw Unwritable.of("the folder for temporary files", fault);
        }
        all.forEach(this::show);
        long refused = all.stream().filter(one -> one.outcome() instanceof Outcome.Refused).count();
        long untried = all.stream().filter(one -> one.outcome() instanceof Outcome.NotTried).count();
        session.terminal().out().println(refused + " of " + all.size() + " attempts are refused" + (untried > 0 ? ", " + untried + " could not be tried here" : ""));
    }

    private void show(Tried tried) {
        PrintStream out = session.terminal().out();
        switch (tried.outcome()) {
            case Outcome.Refused(Diagnostic diagnostic) -> {
                out.println("refused    " + tried.attempt().what());
                Span place = diagnostic.span();
                String line = place.equals(Span.NONE) ? "" : "line " + place.start().line() + ": ";
                out.println("           " + line + diagnostic.message() + " [" + diagnostic.code().id() + "]");
            }
            case Outcome.Allowed(String how) -> {
                out.println("ALLOWED    " + tried.attempt().what());
                session.report().show(Diagnostic.error(CommandCode.ISOLATION_BROKEN, Span.NONE, "a definition could " + tried.attempt().what() + ": " + how)
                        .hint("this version must not be used with real records: tell those who maintain Catchment"));
            }
            case Outcome.NotTried(String why) -> {
                out.println("not tried  " + tried.attempt().what());
                out.println("           " + why);
            }
        }
    }
}
