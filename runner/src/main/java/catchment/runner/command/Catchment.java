package catchment.runner.command;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.ExitCode;
import catchment.grammar.source.Span;
import catchment.runner.report.FaultReport;
import catchment.runner.report.Report;
import catchment.runner.report.Terminal;
import catchment.runtime.Cancellation;
import catchment.runtime.RunException;
import catchment.runtime.output.OutputCode;

/** The program. */
public final class Catchment {
    private Catchment() {}

    /** Runs the command line of this process. */
    public static void main(String[] words) {
        Terminal terminal = Terminal.ofProcess();
        Arguments arguments = Arguments.of(words);
        Report report = new Report(terminal, arguments.format());
        Cancellation cancellation = new Cancellation();
        Interruption interruption = Interruption.prepare(report, cancellation);
        interruption.exit(run(terminal, report, cancellation, arguments).number());
    }

    /**
     * Runs a command line.
     *
     * @return how it ended; everything has been said
     */
    public static ExitCode run(Terminal terminal, String... words) {
        Arguments arguments = Arguments.of(words);
        return run(terminal, new Report(terminal, arguments.format()), new Cancellation(), arguments);
    }

    private static ExitCode run(Terminal terminal, Report report, Cancellation cancellation, Arguments arguments) {
        try {
            Commands.execute(new Session(terminal, report, cancellation, arguments.definition()), arguments.command());
        } catch (RunException ended) {
            report.show(ended.diagnostic());
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError fault) {
            report.show(fault(terminal, arguments, fault));
        }
        if (terminal.out().checkError()) {
            report.show(Diagnostic.error(OutputCode.OUTPUT_UNWRITABLE, Span.NONE, "standard output cannot be written, so what it holds is cut short")
                    .hint("the disk behind it may be full, or the program that reads it may have ended"));
        }
        return report.close();
    }

    private static Diagnostic fault(Terminal terminal, Arguments arguments, Throwable fault) {
        String command = arguments.command().isEmpty() ? "" : arguments.command().getFirst();
        Diagnostic diagnostic = Diagnostic.error(
                CommandCode.INTERNAL_FAULT, Span.NONE, "a fault of Catchment itself: the definition is not to blame");
        return FaultReport.write(terminal, Commands.NAMES.contains(command) ? command : "", fault)
                .map(file -> diagnostic.hint("what is known of it is in " + file + ": please send it to those who maintain Catchment"))
                .orElse(diagnostic.hint("no report of it could be written, neither here nor in the folder for temporary files"));
    }
}
