package catchment.runner.command;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in our words. */
final class CommandLineFaults {
    private CommandLineFaults() {}

    /** One diagnostic for each mistake of the line. */
    static List<Diagnostic> of(Session session, CommandLine line, List<String> words, ParseResult parsed) {
        if (line.getParent() == null) {
            return List.of(noCommand(words));
        }
        List<String> unmatched = parsed.errors().stream()
                .flatMap(error -> error instanceof UnmatchedArgumentException more ? more.getUnmatched().stream() : Stream.empty())
                .toList();
        List<Diagnostic> found = new ArrayList<>();
        for (String word : unmatched) {
            if (word.startsWith("-") && word.length() > 1) {
                found.add(UnknownOption.diagnostic(session, line, words, word));
            }
        }
        boolean unknownOption = !found.isEmpty();
        for (Exception error : parsed.errors()) {
            switch (error) {
                case UnmatchedArgumentException more -> {
                    // What follows an unknown option is its value, and no mistake of its own.
                    if (!unknownOption) {
                        found.add(tooMany(line, more.getUnmatched()));
                    }
                }
                case MissingParameterException missing -> {
                    if (!unknownOption) {
                        missing.getMissing().forEach(argument -> found.add(missing(line, argument)));
                    }
                }
                case OverwrittenOptionException twice -> found.add(twice(twice));
                case ParameterException value -> found.add(value(line, value));
                default -> throw new IllegalStateException(error);
            }
        }
        return found;
    }

    private static Diagnostic noCommand(List<String> words) {
        String word = words.getFirst();
        if (word.startsWith("-")) {
            Diagnostic diagnostic = error(CommandCode.OPTION_UNKNOWN, "there is no option `" + word + "` before a command");
            return diagnostic.hint("the command comes first: `catchment COMMAND … " + word + "`");
        }
        Diagnostic diagnostic = error(CommandCode.COMMAND_UNKNOWN, "there is no command `" + word + "`");
        List<String> near = NearNames.of(word, Commands.NAMES);
        if (!near.isEmpty()) {
            return diagnostic.hint("did you mean `" + String.join("`, `", near) + "`?");
        }
        if (word.endsWith(".ehrql") || word.endsWith(".py")) {
            return diagnostic.hint("a command comes before the definition: `catchment generate-dataset " + word + "`");
        }
        return diagnostic.hint("the commands are `" + String.join("`, `", Commands.NAMES) + "`");
    }

    private static Diagnostic tooMany(CommandLine line, List<String> unmatched) {
        return error(
                        CommandCode.ARGUMENT_UNEXPECTED,
                        "`" + line.getCommandName() + "` does not know what to do with `" + String.join(" ", unmatched) + "`")
                .hint("parameters of the definition stand after a lone `--`")
                .hint(synopsis(line));
    }

    private static Diagnostic missing(CommandLine line, ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return error(CommandCode.ARGUMENT_MISSING, "`" + option.longestName() + "` needs a value")
                    .hint("`" + option.longestName() + " " + option.paramLabel() + "`: " + description(option));
        }
        return error(CommandCode.ARGUMENT_MISSING, "`" + line.getCommandName() + "` needs a " + argument.paramLabel())
                .hint(synopsis(line));
    }

    private static Diagnostic twice(OverwrittenOptionException twice) {
        String name = twice.getOverwritten() instanceof OptionSpec option ? option.longestName() : twice.getOverwritten().paramLabel();
        return error(CommandCode.OPTION_TWICE, "`" + name + "` stands twice on the line").hint("leave one of them out");
    }

    private static Diagnostic value(CommandLine line, ParameterException fault) {
        ArgSpec argument = fault.getArgSpec();
        if (!(argument instanceof OptionSpec option)) {
            return error(CommandCode.ARGUMENT_VALUE, "`" + line.getCommandName() + "` cannot read its command line").hint(synopsis(line));
        }
        String value = Optional.ofNullable(fault.getValue()).orElse("");
        Diagnostic diagnostic = error(CommandCode.ARGUMENT_VALUE, "`" + option.longestName() + "` cannot be " + (value.isEmpty() ? "empty" : "`" + value + "`"));
        if (option.typeInfo().isEnum()) {
            diagnostic = diagnostic.hint("one of `" + String.join("`, `", option.typeInfo().getEnumConstantNames()) + "`");
        }
        return diagnostic.hint("`" + option.longestName() + " " + option.paramLabel() + "`: " + description(option));
    }

    static String description(OptionSpec option) {
        return String.join(" ", option.description());
    }

    private static String synopsis(CommandLine line) {
        return "`catchment " + line.getCommandName()
                + line.getCommandSpec().positionalParameters().stream()
                        .map(parameter -> parameter.arity().min() == 0 ? " [" + parameter.paramLabel() + "]" : " " + parameter.paramLabel())
                        .collect(Collectors.joining())
                + " …`; all of it: `catchment help " + line.getCommandName() + "`";
    }

    private static Diagnostic error(CommandCode code, String message) {
        return Diagnostic.error(code, Span.NONE, message);
    }
}
