package catchment.compiler.standard;

import catchment.compiler.eval.EvaluatedValue;
import java.util.Map;

/** {@code argparse}: what stands after {@code --} on the command line. */
final class ArgparseModule {
    private ArgparseModule() {}

    static Map<String, EvaluatedValue> values() {
        return new Functions()
                .function(
                        "ArgumentParser",
                        "prog=, usage=, description=, epilog=, parents=, formatter_class=, prefix_chars=, fromfile_prefix_chars=, "
                                + "argument_default=, conflict_handler=, add_help=, allow_abbrev=, exit_on_error=",
                        call -> new ArgumentParser(call.span()))
                .value("SUPPRESS", ArgumentParser.SUPPRESS)
                .value("ArgumentDefaultsHelpFormatter", new TypingModule.TypingName("ArgumentDefaultsHelpFormatter"))
                .value("RawTextHelpFormatter", new TypingModule.TypingName("RawTextHelpFormatter"))
                .value("RawDescriptionHelpFormatter", new TypingModule.TypingName("RawDescriptionHelpFormatter"))
                .values();
    }
}
