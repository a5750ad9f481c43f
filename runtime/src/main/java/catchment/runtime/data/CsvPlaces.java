package catchment.runtime.data;

import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import catchment.runtime.data.Faults.Place;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where values are in a CSV text. Reading for values keeps no places, so the text is read once more for the few records that have a fault.
 */
final class CsvPlaces {
    private final String file;
    private final Map<Long, List<Span>> fields = new HashMap<>();

    private CsvPlaces(String file) {
        this.file = file;
    }

    /** The places of the records that start on these lines. */
    static CsvPlaces of(Collection<Place> places, Reader text, String file) throws IOException {
        CsvPlaces found = new CsvPlaces(file);
        Set<Long> wanted = places.stream().map(Place::row).collect(Collectors.toSet());
        Scanner scanner = new Scanner(text);
        while (!scanner.atEnd()) {
            long line = scanner.line;
            if (wanted.contains(line)) {
                found.fields.put(line, scanner.record(file));
            } else {
                scanner.skipLine();
            }
        }
        return found;
    }

    /** True if the text ends within quotes that were opened in the record that starts on this line. */
    static boolean endsInQuotes(long start, Reader text, String file) throws IOException {
        Scanner scanner = new Scanner(text);
        while (!scanner.atEnd() && scanner.line < start) {
            scanner.skipLine();
        }
        scanner.record(file);
        return scanner.unclosed;
    }

    Span span(Place place) {
        List<Span> spans = fields.get(place.row());
        if (spans == null || spans.isEmpty()) {
            return new Span(file, Position.START, Position.START);
        }
        if (place.field() < 0) {
            return spans.getFirst().to(spans.getLast());
        }
        return place.field() < spans.size() ? spans.get(place.field()) : spans.getLast().after();
    }

    /** Walks a text by code points. */
    private static final class Scanner {
        private final Reader text;
        private int next;
        private int line = 1;
        private int column = 1;
        private boolean unclosed;

        Scanner(Reader text) throws IOException {
            this.text = text;
            this.next = text.read();
        }

        boolean atEnd() {
            return next < 0;
        }

        private boolean atLineEnd() {
            return next < 0 || next == '\n' || next == '\r';
        }

        private void advance() throws IOException {
            int before = next;
            next = text.read();
            if (before == '\n' || (before == '\r' && next != '\n')) {
                line++;
                column = 1;
            } else if (before != '\r' && !Character.isHighSurrogate((char) before)) {
                column++;
            }
        }

        private void skipLineEnd() throws IOException {
            int at = line;
            while (!atEnd() && line == at) {
                advance();
            }
        }

        void skipLine() throws IOException {
            while (!atLineEnd()) {
                advance();
            }
            skipLineEnd();
        }

        /** The fields of the record that starts here, quotes included; of one whose quote is never closed, that quote. */
        List<Span> record(String file) throws IOException {
            List<Span> spans = new ArrayList<>();
            while (true) {
                Position start = new Position(line, column);
                boolean quoted = next == '"';
                boolean inside = false;
                while (!atEnd() && (inside || (next != ',' && !atLineEnd()))) {
                    if (quoted && next == '"') {
                        inside = !inside;
                    }
                    advance();
                }
                Position end = inside ? new Position(start.line(), start.column() + 1) : new Position(line, column);
                spans.add(new Span(file, start, end));
                unclosed |= inside;
                if (next != ',') {
                    skipLineEnd();
                    return spans;
                }
                advance();
            }
        }
    }
}
