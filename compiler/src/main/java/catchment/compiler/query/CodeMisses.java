package catchment.compiler.query;

import catchment.compiler.eval.TextValue;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is said of texts that are no codes of the column's system. */
final class CodeMisses {
    private CodeMisses() {}

    /**
     * The column whose codes are asked for.
     *
     * @param name as it stands at the place: {@code ctv3_code}
     * @param span where its name stands
     * @param schema the columns of its table
     * @param text the whole column as it stands: {@code clinical_events.ctv3_code}
     */
    record Column(String name, Span span, TableSchema schema, String text) {}

    /** The finding for one code. */
    static Diagnostic single(TextValue text, Span place, Type wanted, boolean literal, Optional<Column> column) {
        return of(List.of(text), 1, wanted, place, literal, column);
    }

    /**
     * The finding for a list of codes.
     *
     * @param wrong those that do not fit, at least one, in order
     * @param total how many the list has
     * @param place where the first of them stands
     * @param literal whether that place holds a text in quotes
     */
    static Diagnostic of(
            List<TextValue> wrong, int total, Type wanted, Span place, boolean literal, Optional<Column> column) {
        String first = wrong.getFirst().value();
        String count = total > 1 ? " (" + wrong.size() + " of " + total + " codes)" : "";
        if (CodeTexts.damagedBySpreadsheet(first)) {
            return Diagnostic.error(
                            QueryCode.CODE_DAMAGED_BY_SPREADSHEET,
                            place,
                            Words.tick(first) + " is how a spreadsheet shows a long number: the digits of the code are lost" + count)
                    .hint("fetch the codelist again, and never save it from a spreadsheet");
        }
        Optional<Type> other = otherSystem(wrong, wanted, column);
        boolean mostlyOther = other.isPresent() && wrong.size() * 2 > total && CodeTexts.mended(first, wanted).isEmpty();
        if (mostlyOther) {
            return otherSystem(first, count, wanted, other.get(), place, column);
        }
        if (!Texts.storable(first)) {
            return Misfits.notStorable(place);
        }
        String text = first.codePointCount(0, first.length()) > 40 ? first.substring(0, first.offsetByCodePoints(0, 40)) + "…" : first;
        Diagnostic found = Diagnostic.error(
                        QueryCode.CODE_FORMAT, place, Words.tick(Words.quoted(text)) + " is not " + Words.a(wanted) + count)
                .hint(Words.a(wanted) + " is " + CodeTexts.format(wanted));
        Optional<String> mended = CodeTexts.mended(first, wanted);
        if (mended.isPresent()) {
            found = new Diagnostic(found.code(), found.severity(), found.span(), found.message(), List.of(), List.of())
                    .hint("write " + Words.tick(Words.quoted(mended.get())))
                    .hint(found.hints().getFirst());
            return literal ? found.fix(place, Words.quoted(mended.get())) : found;
        }
        return found;
    }

    private static Diagnostic otherSystem(
            String first, String count, Type wanted, Type other, Span place, Optional<Column> column) {
        Span span = column.map(Column::span).orElse(place);
        Diagnostic found = Diagnostic.error(
                QueryCode.CODE_SYSTEM,
                span,
                Words.tick(first) + " is not " + Words.a(wanted) + ", but it has the form of " + Words.a(other) + count);
        if (column.isEmpty()) {
            return found.hint(Words.a(wanted) + " is " + CodeTexts.format(wanted));
        }
        List<String> candidates = column.get().schema().columns().stream()
                .filter(candidate -> candidate.type() == other)
                .map(TableSchema.Column::name)
                .toList();
        if (candidates.isEmpty()) {
            return found.hint("this table has no column of " + Words.several(other));
        }
        String text = column.get().text();
        String owner = text.endsWith(column.get().name()) ? text.substring(0, text.length() - column.get().name().length()) : "";
        found = found.hint("use " + Words.tick(owner + candidates.getFirst()));
        return text.endsWith(column.get().name()) ? found.fix(span, candidates.getFirst()) : found;
    }

    /** The system that most of the codes fit, a system of the table's own columns first. */
    private static Optional<Type> otherSystem(List<TextValue> wrong, Type wanted, Optional<Column> column) {
        Map<Type, Integer> counts = new TreeMap<>();
        wrong.stream().limit(1000).forEach(text ->
                CodeTexts.otherSystems(text.value(), wanted).forEach(system -> counts.merge(system, 1, Integer::sum)));
        int examined = Math.min(1000, wrong.size());
        List<Type> fitting = counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 > examined)
                .map(Map.Entry::getKey)
                .toList();
        Optional<Type> ofTable = fitting.stream()
                .filter(system -> column.stream().anyMatch(owner ->
                        owner.schema().columns().stream().anyMatch(candidate -> candidate.type() == system)))
                .findFirst();
        return ofTable.isPresent() ? ofTable : fitting.stream().findFirst();
    }
}
