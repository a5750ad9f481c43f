package catchment.runner.command;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What is said about an option that is not there: which may have been meant, also by what the value looks like. */
final class UnknownOption {
    private UnknownOption() {}

    static Diagnostic diagnostic(Session session, CommandLine line, List<String> words, String word) {
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        Diagnostic diagnostic =
                Diagnostic.error(CommandCode.OPTION_UNKNOWN, Span.NONE, "`" + line.getCommandName() + "` has no option `" + name + "`");
        Kind kind = kind(session, value(words, word));
        List<OptionSpec> near = near(line, name, kind);
        for (OptionSpec option : near) {
            diagnostic = diagnostic.hint("`" + option.longestName()
                    + (option.arity().max() == 0 ? "" : " " + option.paramLabel())
                    + "`: "
                    + CommandLineFaults.description(option));
        }
        if (!near.isEmpty() && kind != Kind.OTHER && kind.suits(near.getFirst()) && near.size() > 1) {
            return diagnostic.hint("`" + value(words, word) + "` is a " + kind.word + ", so `" + near.getFirst().longestName() + "` is likely");
        }
        List<String> elsewhere = Commands.NAMES.stream()
                .filter(command -> !command.equals(line.getCommandName()))
                .filter(command -> Commands.line(session, List.of(command))
                        .getSubcommands()
                        .get(command)
                        .getCommandSpec()
                        .optionsMap()
                        .containsKey(name))
                .toList();
        if (!elsewhere.isEmpty()) {
            return diagnostic.hint("`" + name + "` is an option of `" + String.join("`, `", elsewhere) + "`");
        }
        return near.isEmpty()
                ? diagnostic
                        .hint("parameters of the definition stand after a lone `--`: `catchment " + line.getCommandName() + " … -- " + name + "`")
                        .hint("`catchment help " + line.getCommandName() + "` lists the options")
                : diagnostic;
    }

    private static List<OptionSpec> near(CommandLine line, String name, Kind kind) {
        List<String> names = line.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .toList();
        Set<String> near = new LinkedHashSet<>(NearNames.of("--" + name.replaceFirst("^-+", ""), names));
        String beginning = name.matches("--\\w+-.*") ? name.substring(0, name.indexOf('-', 2) + 1) : name;
        names.stream().filter(option -> beginning.length() > 3 && option.startsWith(beginning)).forEach(near::add);
        List<OptionSpec> options = new ArrayList<>(
                near.stream().map(option -> line.getCommandSpec().findOption(option)).toList());
        options.sort(Comparator.comparing(option -> !kind.suits(option)));
        return options;
    }

    private static String value(List<String> words, String word) {
        if (word.contains("=")) {
            return word.substring(word.indexOf('=') + 1);
        }
        int next = words.indexOf(word) + 1;
        return next < words.size() && !words.get(next).startsWith("-") ? words.get(next) : "";
    }

    private static Kind kind(Session session, String value) {
        if (value.isEmpty()) {
            return Kind.OTHER;
        }
        try {
            Path path = session.terminal().resolve(Path.of(value));
            return Files.isDirectory(path) ? Kind.FOLDER : Files.isRegularFile(path) ? Kind.FILE : Kind.OTHER;
        } catch (InvalidPathException e) {
            return Kind.OTHER;
        }
    }

    /** What the value of the option turned out to be. */
    private enum Kind {
        FILE("file"),
        FOLDER("folder"),
        OTHER("");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        boolean suits(OptionSpec option) {
            return switch (this) {
                case FILE -> option.paramLabel().equals("FILE");
                case FOLDER -> option.paramLabel().equals("DIR");
                case OTHER -> false;
            };
        }
    }
}
