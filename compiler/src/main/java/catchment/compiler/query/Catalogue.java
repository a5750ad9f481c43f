package catchment.compiler.query;

import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that the language has for frames, series, datasets, measures and durations: each function, method, property and operator once.
 *
 * <p>Type checks, messages, suggestions, completion and the reference read it.
 */
public final class Catalogue {
    private static final List<Entry> ALL = Stream.of(
                    SeriesOperations.entries(),
                    LogicOperations.entries(),
                    NumberOperations.entries(),
                    TextOperations.entries(),
                    DateOperations.entries(),
                    AggregationOperations.entries(),
                    FrameOperations.entries(),
                    CaseOperations.entries(),
                    DurationOperations.entries(),
                    DatasetOperations.entries(),
                    MeasureOperations.entries(),
                    ConstraintOperations.entries(),
                    LibraryFunctions.entries())
            .flatMap(List::stream)
            .toList();

    private static final Map<String, List<Entry>> MEMBERS = byName(Entry.Form.METHOD, Entry.Form.PROPERTY);
    private static final Map<String, List<Entry>> OPERATORS = byName(Entry.Form.OPERATOR);
    private static final Map<String, List<Entry>> FUNCTIONS = byName(Entry.Form.FUNCTION);

    private Catalogue() {}

    private static Map<String, List<Entry>> byName(Entry.Form... forms) {
        Map<String, List<Entry>> found = new LinkedHashMap<>();
        for (Entry entry : ALL) {
            if (Arrays.asList(forms).contains(entry.form())) {
                found.computeIfAbsent(entry.name(), _ -> new ArrayList<>()).add(entry);
            }
        }
        return found;
    }

    /**
     * One entry, for those who write a reference or complete a name.
     *
     * @param signature as it is written: {@code is_on_or_between(start, end)}
     * @param receiver what it belongs to, in words; empty for a function
     * @param says one line on what it means
     * @param spec the page of spec cases that shows it: {@code series/nulls}
     */
    public record Line(String name, String signature, String receiver, String gives, String says, String spec) {}

    /** Every entry. */
    public static List<Line> lines() {
        return ALL.stream()
                .map(entry -> new Line(
                        entry.name(), entry.signature(), entry.receiver().words(), entry.gives(), entry.says(), entry.spec()))
                .toList();
    }

    /** Every entry. */
    static List<Entry> entries() {
        return ALL;
    }

    /** The method or property of a value. */
    static Optional<Entry> member(EvaluatedValue value, String name) {
        return find(MEMBERS, value, name);
    }

    /** The operator on a series. */
    static Optional<Entry> operator(String symbol, EvaluatedValue value) {
        return find(OPERATORS, value, symbol);
    }

    /** The function of that name. */
    static Entry function(String name) {
        return FUNCTIONS.get(name).getFirst();
    }

    private static Optional<Entry> find(Map<String, List<Entry>> index, EvaluatedValue value, String name) {
        for (Entry entry : index.getOrDefault(name, List.of())) {
            if (entry.receiver().accepts(value)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The names of a value's methods and properties. */
    static List<String> memberNames(EvaluatedValue value) {
        return MEMBERS.entrySet().stream()
                .filter(named -> !named.getKey().startsWith("_"))
                .filter(named -> named.getValue().stream().anyMatch(entry -> entry.receiver().accepts(value)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** True if series of some type have a method or property of that name. */
    static boolean isSeriesMember(String name) {
        return !typesWith(name).isEmpty();
    }

    /** True if event series of the type have a method of that name. */
    static boolean isEventSeriesMember(String name, Type type) {
        return MEMBERS.getOrDefault(name, List.of()).stream()
                .anyMatch(entry -> entry.receiver().kind() == Receiver.Kind.EVENT_SERIES && entry.receiver().types().contains(type));
    }

    /** The types whose series have a method or property of that name. */
    static List<Type> typesWith(String name) {
        return MEMBERS.getOrDefault(name, List.of()).stream()
                .flatMap(entry -> entry.receiver().types().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
