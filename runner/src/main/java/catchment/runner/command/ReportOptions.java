package catchment.runner.command;

import picocli.CommandLine.Option;

/** What every command takes. */
final class ReportOptions {
    // Read before the line is parsed, see Arguments#format: here so that it is known, checked and described.
    @Option(
            names = "--diagnostics",
            paramLabel = "FORMAT",
            description = "How mistakes are shown: text, or json for one array on the last line of standard error.")
    DiagnosticsFormat diagnostics = DiagnosticsFormat.text;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this and ends.")
    boolean help;

    /** Named as they are written. */
    enum DiagnosticsFormat {
        text,
        json
    }
}
