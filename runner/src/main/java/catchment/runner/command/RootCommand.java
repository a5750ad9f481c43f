package catchment.runner.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program itself: what stands before a command's name. */
@Command(
        name = "catchment",
        synopsisSubcommandLabel = "COMMAND",
        description = "Compiles definitions of study populations to SQL, and runs them.",
        footer = {
            "",
            "Examples:",
            "  catchment generate-dataset analysis/dataset_definition.ehrql",
            "  catchment generate-dataset analysis/dataset_definition.ehrql --output output/dataset.csv.gz",
            "  catchment check analysis/dataset_definition.ehrql",
            "  catchment help generate-dataset",
            "",
            "What stands after a lone -- is for the definition: its parameters."
        })
final class RootCommand {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this and ends.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Shows the version and ends.")
    boolean version;
}
