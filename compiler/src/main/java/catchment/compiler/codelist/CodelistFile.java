package catchment.compiler.codelist;

import catchment.grammar.source.Position;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CSV file that holds codes: its header, and the codes of a column. */
public final class CodelistFile {
    private final SourceText text;
    private final List<CsvRecord> records;

    /** A file's text. */
    public CodelistFile(SourceText text) {
        this.text = text;
        this.records = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(16 << 20)
                .ofCsvRecord(text.text())
                .stream()
                .toList();
    }

    /** The headers as they are written, blanks included; empty where the file is. */
    public List<String> headers() {
        return records.isEmpty() ? List.of() : records.getFirst().getFields();
    }

    /** Where a header stands. */
    public Span headerSpan(int column) {
        return span(records.getFirst(), column, false);
    }

    /** Where the whole header line stands; the beginning of an empty file. */
    public Span headerLine() {
        return records.isEmpty()
                ? Span.of(text.file(), 1, 1, 1)
                : headerSpan(0).to(headerSpan(headers().size() - 1));
    }

    /** The last column of that header, as Python's reader has it. */
    public Optional<Integer> column(String header) {
        int at = headers().lastIndexOf(header);
        return at < 0 ? Optional.empty() : Optional.of(at);
    }

    /** How many rows there are below the header. */
    public int rowCount() {
        return Math.max(0, records.size() - 1);
    }

    /** A few values of a column, to see what kind of column it is. */
    public List<String> sample(int column) {
        return rows().stream().limit(20).map(row -> field(row, column).strip()).filter(value -> !value.isEmpty()).toList();
    }

    private List<CsvRecord> rows() {
        return records.isEmpty() ? List.of() : records.subList(1, records.size());
    }

    private static String field(CsvRecord row, int column) {
        return column < row.getFieldCount() ? row.getField(column) : "";
    }

    /** The codes of a column and, where asked for, the categories of another; rows without a code are left out. */
    public Codelist read(int codeColumn, Optional<Integer> categoryColumn) {
        Map<String, Codelist.Entry> entries = new LinkedHashMap<>();
        for (CsvRecord row : rows()) {
            String code = field(row, codeColumn).strip();
            if (code.isEmpty()) {
                continue;
            }
            Codelist.Entry known = entries.get(code);
            Span span = known == null ? span(row, codeColumn, true) : known.span();
            Optional<String> category = categoryColumn.map(column -> field(row, column).strip());
            Span categorySpan = categoryColumn.map(column -> span(row, column, true)).orElse(span);
            entries.put(code, new Codelist.Entry(code, span, category, categorySpan));
        }
        return new Codelist(new ArrayList<>(entries.values()));
    }

    /** Where a field stands, quotes included; without the blanks around it where {@code stripped}. */
    private Span span(CsvRecord row, int column, boolean stripped) {
        int line = (int) row.getStartingLineNumber();
        String raw = text.line(line);
        if (raw.indexOf('"') >= 0) {
            return new QuotedFields(text).span(line, column);
        }
        int start = 0;
        for (int i = 0; i < column; i++) {
            int comma = raw.indexOf(',', start);
            if (comma < 0) {
                return Span.of(text.file(), line, raw.codePointCount(0, raw.length()) + 1, raw.codePointCount(0, raw.length()) + 1);
            }
            start = comma + 1;
        }
        int end = raw.indexOf(',', start);
        end = end < 0 ? raw.length() : end;
        while (stripped && start < end && Character.isWhitespace(raw.charAt(start))) {
            start++;
        }
        while (stripped && end > start && Character.isWhitespace(raw.charAt(end - 1))) {
            end--;
        }
        int first = raw.codePointCount(0, start) + 1;
        return new Span(
                text.file(), new Position(line, first), new Position(line, first + raw.codePointCount(start, end)));
    }

    /** The headers that differ from a name only by blanks around them or by case. */
    public List<String> headersLike(String name) {
        return headers().stream()
                .filter(header -> header.strip().equalsIgnoreCase(name.strip()))
                .collect(java.util.stream.Collectors.collectingAndThen(java.util.stream.Collectors.toList(), Collections::unmodifiableList));
    }
}
