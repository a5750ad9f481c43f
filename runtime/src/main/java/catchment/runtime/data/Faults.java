package catchment.runtime.data;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.Severity;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The faults of one file: of each kind in each column the first few (of warnings the first alone), and how many there are. */
final class Faults {
    private static final int ERRORS_SHOWN = 5;
    private static final int WARNINGS_SHOWN = 1;

    private final Map<Kind, Found> found = new LinkedHashMap<>();
    private final Set<Kind> forgiven = new HashSet<>();
    private final Set<Kind> kept = new HashSet<>();
    private boolean errors;

    private record Kind(DataCode code, String column) {}

    private static final class Found {
        private final List<Fault> first = new ArrayList<>();
        private long count;

        boolean isFull() {
            return !first.isEmpty() && first.size() == (first.getFirst().severity() == Severity.ERROR ? ERRORS_SHOWN : WARNINGS_SHOWN);
        }
    }

    /**
     * Where in a file.
     *
     * @param row the line in a text, the row (from 1) otherwise; 0 for the file as a whole
     * @param field the value's number in its row, from 0; -1 for the row as a whole
     */
    record Place(long row, int field) {
        static final Place FILE = new Place(0, -1);
    }

    /**
     * One fault.
     *
     * @param fix what to write instead, if that is certain
     */
    record Fault(DataCode code, Severity severity, Place place, String message, List<String> hints, Optional<String> fix) {
        static Fault error(DataCode code, Place place, String message, String... hints) {
            return new Fault(code, Severity.ERROR, place, message, List.of(hints), Optional.empty());
        }

        static Fault warning(DataCode code, Place place, String message, String... hints) {
            return new Fault(code, Severity.WARNING, place, message, List.of(hints), Optional.empty());
        }

        Fault fixedBy(String replacement) {
            return new Fault(code, severity, place, message, hints, Optional.of(replacement));
        }
    }

    void add(String column, Fault fault) {
        errors |= fault.severity() == Severity.ERROR;
        Found faults = found.computeIfAbsent(new Kind(fault.code(), column), _ -> new Found());
        faults.count++;
        if (!faults.isFull()) {
            faults.first.add(fault);
        }
    }

    /** True where {@link #add} would only count the next fault of this kind. */
    boolean isFull(DataCode code, String column) {
        Found faults = found.get(new Kind(code, column));
        return faults != null && faults.isFull();
    }

    /** Counts a fault of a kind that is full. */
    void count(DataCode code, String column) {
        found.get(new Kind(code, column)).count++;
    }

    /**
     * From now on faults of this kind in a column are no mistake, unless {@link #keep} says so: where other values of the column are codes, one that is none fills a
     * row of which no code is wanted.
     */
    void forgive(DataCode code, String column) {
        forgiven.add(new Kind(code, column));
    }

    /** Faults of this kind in a column are a mistake whatever else the column holds. */
    void keep(DataCode code, String column) {
        kept.add(new Kind(code, column));
    }

    private void settle() {
        found.keySet().removeIf(kind -> forgiven.contains(kind) && !kept.contains(kind));
    }

    boolean hasErrors() {
        return errors;
    }

    List<Place> places() {
        settle();
        return found.values().stream().flatMap(faults -> faults.first.stream()).map(Fault::place).toList();
    }

    /** What to say, in order of place; {@code spans} tells where a place is. */
    List<Diagnostic> diagnostics(Function<Place, Span> spans) {
        settle();
        List<Diagnostic> diagnostics = new ArrayList<>();
        found.forEach((kind, faults) -> {
            for (int i = 0; i < faults.first.size(); i++) {
                Fault fault = faults.first.get(i);
                Span span = spans.apply(fault.place());
                Diagnostic diagnostic =
                        new Diagnostic(fault.code(), fault.severity(), span, fault.message(), fault.hints(), List.of());
                if (fault.fix().isPresent()) {
                    diagnostic = diagnostic.fix(span, fault.fix().get());
                }
                boolean last = i == faults.first.size() - 1;
                diagnostics.add(last && faults.count > i + 1 ? diagnostic.hint(more(faults.count - i - 1, kind.column())) : diagnostic);
            }
        });
        diagnostics.sort((left, right) -> left.span().start().compareTo(right.span().start()));
        return diagnostics;
    }

    private static String more(long count, String column) {
        String rows = String.format(Locale.ROOT, "%,d more", count);
        return column.isEmpty() ? rows + " like this in the file" : rows + " like this in column `" + column + "`";
    }
}
