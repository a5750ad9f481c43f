package catchment.spec.house;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of a code in {@code docs/errors}: what causes it, an example that has the mistake under {@code ## Wrong}, and the same mended under {@code ## Mended}.
 *
 * <p>In an example the block {@code ehrql} is the definition, a block {@code csv NAME} or {@code ehrql NAME} a further file, {@code console} the command line.
 * Mended files are laid over the wrong ones. A page may say {@code <!-- no example: why -->} instead.
 *
 * @param wrong the example that has the mistake
 * @param mended the example that has it no more
 * @param withoutExample why there is no example; empty if there is one
 */
record ErrorPage(String title, Example wrong, Example mended, String withoutExample) {
    private static final Pattern NONE = Pattern.compile("<!-- no example: (.+?) -->");

    static ErrorPage read(Path file) {
        String text = Repository.read(file);
        int wrong = text.indexOf("\n## Wrong\n");
        int mended = text.indexOf("\n## Mended\n");
        Matcher none = NONE.matcher(text);
        String title = text.lines().findFirst().orElse("").replaceFirst("^# ", "");
        if (none.find() || wrong < 0 || mended < wrong) {
            return new ErrorPage(title, Example.EMPTY, Example.EMPTY, none.reset().find() ? none.group(1) : "");
        }
        Example first = Example.EMPTY.with(text.substring(wrong, mended));
        return new ErrorPage(title, first, first.with(text.substring(mended)), "");
    }

    /**
     * A study in small.
     *
     * @param files by their path
     * @param command the words after {@code catchment}
     */
    record Example(Map<String, String> files, List<String> command) {
        static final Example EMPTY = new Example(Map.of(), List.of("check", "definition.ehrql"));

        Example with(String section) {
            Map<String, String> all = new LinkedHashMap<>(files);
            List<String> words = command;
            for (CodeBlock block : CodeBlock.in(section)) {
                if (block.language().equals("console")) {
                    words = List.of(block.text().strip().replaceFirst("^\\$ catchment ", "").split(" +"));
                } else if (block.language().equals("ehrql") || !block.name().isEmpty()) {
                    all.put(block.name().isEmpty() ? "definition.ehrql" : block.name(), block.text());
                }
            }
            return new Example(all, words);
        }

        boolean isEmpty() {
            return files.isEmpty() && command.equals(EMPTY.command);
        }
    }
}
