package catchment.compiler.query;

import catchment.compiler.codelist.CodelistFile;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.Context;
import catchment.compiler.eval.SourceFiles.Reading;
import catchment.compiler.eval.TextValue;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a codelist's file says about how it is to be read: for hints, where it has not been read yet. */
final class CodelistHints {
    private static final String READER = "codelist_from_csv";
    private static final Pattern FILE_NAME = Pattern.compile("(?i).*\\.(?:csv|txt|tsv)");
    private static final int MOST_COLUMNS = 10;

    private CodelistHints() {}

    /** True for a text that is a file of the study, or that no value looks like but a path does. */
    static boolean isPath(String text, Context context) {
        return FILE_NAME.matcher(text).matches() || text.indexOf('/') > 0 && context.files().exists(text);
    }

    /** The name of a codelist's file stands where its codes are wanted. */
    static Diagnostic unread(Diagnostic found, TextValue path, Span span, Context context) {
        Optional<CodelistFile> file = file(path.value(), context);
        Optional<String> column = file.flatMap(CodeColumns::likely);
        String call = READER + "(" + Words.quoted(path.value()) + ", column=" + column.map(Words::quoted).orElse("\"…\"") + ")";
        Diagnostic hinted = found.hint("write " + Words.tick(call));
        hinted = file.isPresent() ? columns(hinted, file.get()) : hinted;
        return column.isPresent() && context.visibleNames().containsKey(READER) ? hinted.fix(span, call) : hinted;
    }

    /** The column is not given. */
    static Diagnostic withoutColumn(Diagnostic found, Map<String, List<Given>> bound, Context context) {
        List<Given> name = bound.getOrDefault("filename", List.of());
        if (name.isEmpty() || !(name.getFirst().value() instanceof TextValue path)) {
            return found;
        }
        Optional<CodelistFile> file = file(path.value(), context);
        if (file.isEmpty()) {
            return found;
        }
        Optional<String> column = CodeColumns.likely(file.get());
        Diagnostic hinted = column.isPresent()
                ? found.hint(column.get() + " looks like codes: " + Words.tick("column=" + Words.quoted(column.get())))
                        .fix(name.getFirst().span().after(), ", column=" + Words.quoted(column.get()))
                : found;
        return columns(hinted, file.get());
    }

    private static Diagnostic columns(Diagnostic found, CodelistFile file) {
        return found.hint("its columns are " + Words.some(file.headers(), MOST_COLUMNS));
    }

    /** The file. Empty, and nothing is said, where it cannot be read: a hint only does without. */
    private static Optional<CodelistFile> file(String path, Context context) {
        if (!(context.files().read(path) instanceof Reading.Found found)) {
            return Optional.empty();
        }
        try {
            return found.text()
                    .map(text -> new CodelistFile(new SourceText(found.path(), text)))
                    .filter(file -> !file.headers().isEmpty());
        } catch (CsvParseException _) {
            return Optional.empty();
        }
    }
}
