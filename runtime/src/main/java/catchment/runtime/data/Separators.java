package catchment.runtime.data;

import catchment.runtime.data.Faults.Fault;
import catchment.runtime.data.Faults.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What separates the values of a file that is called CSV. Spreadsheets of many countries write semicolons; read with commas, such a file has one column of a
 * strange name, and everything that could be said of its columns would be beside the point.
 */
final class Separators {
    /** Other separators and how a message names them. */
    private static final Map<String, String> OTHERS = Map.of(";", "a semicolon, `;`", "\t", "a tab", "|", "a bar, `|`");

    private Separators() {}

    /**
     * The fault of a header that another separator than the comma makes sense of.
     *
     * @param header its columns, read with commas
     * @param row the header's row for messages, see {@link Place}
     */
    static Optional<Fault> fault(List<String> header, String file, long row) {
        if (header.size() != 1) {
            return Optional.empty();
        }
        String line = header.getFirst().strip();
        return OTHERS.keySet().stream()
                .filter(separator -> line.split(Pattern.quote(separator)).length > 1)
                .max((left, right) -> Integer.compare(count(line, left), count(line, right)))
                .map(separator -> Fault.error(
                        DataCode.DUMMY_SEPARATOR,
                        new Place(row, 0),
                        "the values of `" + file + "` are separated by " + OTHERS.get(separator) + ", and CSV needs commas",
                        "save it again with commas between the values (in a spreadsheet: as \"CSV, comma separated\")"));
    }

    private static int count(String line, String separator) {
        return line.split(Pattern.quote(separator), -1).length;
    }
}
