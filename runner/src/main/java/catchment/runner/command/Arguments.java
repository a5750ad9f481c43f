package catchment.runner.command;

import catchment.runner.report.Format;
import java.util.Arrays;
import java.util.List;

/**
 * A command line, cut at its first {@code --}.
 *
 * @param command what is meant for the command
 * @param definition what comes after the first {@code --}: parameters of the definition
 */
record Arguments(List<String> command, List<String> definition) {
    Arguments {
        command = List.copyOf(command);
        definition = List.copyOf(definition);
    }

    static Arguments of(String... words) {
        List<String> all = Arrays.asList(words);
        int cut = all.indexOf("--");
        return cut < 0 ? new Arguments(all, List.of()) : new Arguments(all.subList(0, cut), all.subList(cut + 1, all.size()));
    }

    /** How diagnostics are to be shown, known before the rest of the line is: what is wrong with the rest is a diagnostic too. */
    Format format() {
        boolean json = command.contains("--diagnostics=json");
        for (int i = 0; i + 1 < command.size(); i++) {
            json |= command.get(i).equals("--diagnostics") && command.get(i + 1).equals("json");
        }
        return json ? Format.JSON : Format.TEXT;
    }
}
