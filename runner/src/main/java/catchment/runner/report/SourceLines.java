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

    /** What files end in that hold no text: a broken one may look like some. */
    private static final List<String> BINARY = List.of(".gz", ".arrow", ".feather", ".parquet", ".duckdb", ".db", ".zip", ".xlsx", ".xls");

    private final Path workingDirectory;

    SourceLines(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /** Lines {@code first} to {@code last}, counted from 1; empty where the file cannot be read as text, is none, or ends before. */
    List<String> read(String file, int first, int last) {
        Path path;
        try {
            path = workingDirectory.resolve(file);
            if (!Files.isRegularFile(path) || BINARY.stream().anyMatch(file::endsWith)) {
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
                if (isBinary(line)) {
                    return List.of();
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

    /** Whether a line is not one of a text, whatever the file's name says: a single odd character is a mistake in a text, many are none. */
    private static boolean isBinary(String line) {
        int length = Math.min(line.length(), 1_000);
        int controls = 0;
        int unreadable = 0;
        for (int i = 0; i < length; i++) {
            char character = line.charAt(i);
            if (Character.isISOControl(character) && character != '\t' && character != '\f') {
                controls++;
            } else if (character == '\ufffd') {
                unreadable++;
            }
        }
        return controls > 1 && (controls + unreadable) * 5 > length;
    }
}
