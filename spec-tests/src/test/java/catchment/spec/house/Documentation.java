package catchment.spec.house;

import catchment.runner.command.Catchment;
import catchment.runner.report.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A page for readers, followed as they would: from top to bottom, in one folder.
 *
 * <p>A block with a file's name ({@code ```csv codelists/asthma.csv}) is saved there. A block {@code ehrql} without one is checked as a definition or a module.
 * In a block {@code console} each line {@code $ catchment …} is run, and what follows it is what it prints, results first: a line that ends in {@code …} may go on, and a line
 * {@code …} alone stands for any lines. {@code $ echo $?} shows the exit code. {@code <!-- study: examples/asthma -->} starts in a copy of that folder.
 * A block {@code text} is a drawing, and {@code sh} in the README is what {@code .ci/run} runs.
 */
final class Documentation {
    private static final Pattern STUDY = Pattern.compile("<!-- study: (\\S+) -->");
    private static final String ANYTHING = "…";

    private final Path folder;
    private final StringBuilder page;
    private final List<String> faults = new ArrayList<>();
    private int exit;

    private Documentation(String page, Path folder) {
        this.page = new StringBuilder(page);
        this.folder = folder;
    }

    /**
     * What came of following a page.
     *
     * @param faults what is not as the page says; one text each
     * @param accepted the page with what its commands print now
     */
    record Followed(List<String> faults, String accepted) {}

    /** @param folder an empty one */
    static Followed follow(String page, Path folder) throws IOException {
        Documentation documentation = new Documentation(page, folder);
        Matcher study = STUDY.matcher(page);
        if (study.find()) {
            copy(Repository.root().resolve(study.group(1)), folder);
        }
        int grown = 0;
        for (CodeBlock block : CodeBlock.in(page)) {
            int before = documentation.page.length();
            documentation.follow(block, block.start() + grown);
            grown += documentation.page.length() - before;
        }
        return new Followed(documentation.faults, documentation.page.toString());
    }

    private void follow(CodeBlock block, int start) throws IOException {
        if (!block.name().isEmpty()) {
            Path file = folder.resolve(block.name());
            Files.createDirectories(file.getParent());
            Files.writeString(file, block.text());
            return;
        }
        switch (block.language()) {
            case "ehrql" -> {
                Path file = Files.writeString(folder.resolve("shown.ehrql"), block.text());
                String printed = run("check shown.ehrql");
                if (exit != 0) {
                    faults.add("not a definition:\n" + printed);
                }
                Files.delete(file);
            }
            case "console" -> page.replace(start, start + block.text().length(), console(block.text()));
            case "text", "sh" -> {}
            default -> faults.add("a block `" + block.language() + "` that nothing checks:\n" + block.text());
        }
    }

    /** The block as it would be if its commands were run now. What is as expected stays as it is written. */
    private String console(String text) {
        StringBuilder now = new StringBuilder();
        List<String> lines = text.lines().toList();
        int at = 0;
        while (at < lines.size()) {
            String command = lines.get(at);
            int end = at + 1;
            while (end < lines.size() && !lines.get(end).startsWith("$ ")) {
                end++;
            }
            List<String> expected = lines.subList(at + 1, end);
            List<String> printed = printed(command).lines().map(String::stripTrailing).toList();
            boolean same = matches(expected, printed);
            if (!same) {
                faults.add(command + "\nprints\n" + String.join("\n", printed) + "\nand not\n" + String.join("\n", expected));
            }
            now.append(command).append('\n');
            (same ? expected : printed).forEach(line -> now.append(line).append('\n'));
            at = end;
        }
        return now.toString();
    }

    private String printed(String command) {
        if (command.equals("$ echo $?")) {
            return exit + "\n";
        }
        if (!command.startsWith("$ catchment ")) {
            faults.add("not a command of catchment: " + command);
            return "";
        }
        return run(command.substring("$ catchment ".length()));
    }

    private String run(String words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), folder, Map.of(), false);
        exit = Catchment.run(terminal, words.strip().split(" +")).number();
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private static boolean matches(List<String> expected, List<String> printed) {
        if (expected.isEmpty()) {
            return printed.isEmpty();
        }
        String first = expected.getFirst();
        List<String> rest = expected.subList(1, expected.size());
        if (first.equals(ANYTHING)) {
            return IntStream.rangeClosed(0, printed.size()).anyMatch(skipped -> matches(rest, printed.subList(skipped, printed.size())));
        }
        if (printed.isEmpty()) {
            return false;
        }
        String line = printed.getFirst();
        boolean same = first.endsWith(ANYTHING) ? line.startsWith(first.substring(0, first.length() - 1)) : line.equals(first);
        return same && matches(rest, printed.subList(1, printed.size()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
