package catchment.runner.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines that a message shows, from the file again: a data file may be far larger than what is said about it. */
final class SourceLines {
    private static final int LONGEST_LINE = 1_000_000;

    private final Path workingDirectory;

    SourceLines(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /** Lines {@code first} to {@code last}, counted from 1; empty where the file cannot be read as text or ends before. */
    List<String> read(String file, int first, int last) {
        Path path;
        try {
            path = workingDirectory.resolve(file);
            if (!Files.isRegularFile(path) || file.endsWith(".gz")) {
                return List.of();
            }
        } catch (java.nio.file.InvalidPathException e) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        // A decoder that replaces what is no UTF-8, unlike Files.newBufferedReader: the message may be about just that.
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
            for (int number = 1; number <= last; number++) {
                String line = reader.readLine();
                if (line == null) {
                    break;
                }
                if (number == 1 && line.startsWith("\ufeff")) {
                    line = line.substring(1);
                }
                if (number >= first) {
                    lines.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return lines;
    }
}
