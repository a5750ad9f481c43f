package catchment.runner.command;

import catchment.runner.report.Report;
import catchment.runner.report.Terminal;
import catchment.runtime.Cancellation;
import java.util.List;

/**
 * What every command of one run is given.
 *
 * @param terminal where it runs and speaks
 * @param report what it has to say about mistakes
 * @param cancellation stops what is under way when the run is ended from outside
 * @param definitionArguments the parameters of the definition
 */
record Session(Terminal terminal, Report report, Cancellation cancellation, List<String> definitionArguments) {
    Session {
        definitionArguments = List.copyOf(definitionArguments);
    }
}
