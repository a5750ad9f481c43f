package catchment.runtime.assure;

import catchment.compiler.definition.StaticData;
import catchment.compiler.definition.StaticData.Mapping;
import catchment.compiler.definition.StaticData.Pair;
import catchment.compiler.definition.StaticData.Scalar;
import catchment.compiler.definition.StaticData.Sequence;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.runtime.data.FileTable;
import catchment.runtime.tables.Table;
import catchment.runtime.explain.Described;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads {@code test_data}. A patient whose part of it cannot be read is told of and left out; the others are tested all the same. */
final class TestPatients {
    private static final String IN_POPULATION = "expected_in_population";
    private static final String COLUMNS = "expected_columns";
    private static final List<String> KEYS = List.of(IN_POPULATION, COLUMNS);

    private final List<FileTable> tables;
    private final TestRows rows;
    private final Consumer<Diagnostic> found;
    private final Set<String> unused = new HashSet<>();

    /**
     * @param tables the tables that the dataset uses, with all their columns
     * @param found takes what is wrong
     */
    TestPatients(List<FileTable> tables, Consumer<Diagnostic> found) {
        this.tables = tables;
        this.rows = new TestRows(found);
        this.found = found;
    }

    /** The patients that can be tested with, in the order in which they are written. */
    List<TestPatient> read(StaticData data) {
        List<TestPatient> patients = new ArrayList<>();
        if (!(data instanceof Mapping byPatient)) {
            found.accept(form(data.place(), "`test_data` is " + Described.kind(data) + ", not a dict of patients")
                    .hint("write `test_data = {1: {…}, 2: {…}}`: a number for each patient, and what there is of them"));
            return patients;
        }
        for (Pair entry : byPatient.pairs()) {
            patient(entry).ifPresent(patients::add);
        }
        return patients;
    }

    private Optional<TestPatient> patient(Pair entry) {
        if (!(entry.key() instanceof Scalar key && key.value() instanceof Long id)) {
            found.accept(form(entry.key().place(), "a patient is named by a whole number, not by " + Described.kind(entry.key())));
            return Optional.empty();
        }
        if (!(entry.value() instanceof Mapping parts)) {
            found.accept(form(entry.value().place(), "patient " + id + " is " + Described.kind(entry.value()) + ", not a dict of tables and expectations")
                    .hint("write the rows of each table and what is expected: `{\"patients\": {…}, \"expected_columns\": {…}}`"));
            return Optional.empty();
        }
        Span place = entry.key().place();
        Optional<Map<String, List<Table.Row>>> records = records(id, place, parts);
        Optional<Boolean> in = inPopulation(id, parts);
        Optional<List<TestPatient.Expected>> expected = expected(id, place, parts, in.orElse(true));
        parts.pairs().forEach(part -> unknown(part, parts));
        if (records.isEmpty() || in.isEmpty() || expected.isEmpty()) {
            return Optional.empty();
        }
        Span inPlace = parts.pair(IN_POPULATION).map(part -> part.value().place()).orElse(place);
        return Optional.of(new TestPatient(id, place, records.get(), in.get(), inPlace, expected.get()));
    }

    private Optional<Map<String, List<Table.Row>>> records(long id, Span place, Mapping parts) {
        Map<String, List<Table.Row>> records = new LinkedHashMap<>();
        boolean whole = true;
        for (FileTable table : tables) {
            Optional<Pair> part = parts.pair(table.name());
            if (part.isEmpty()) {
                missingTable(id, place, table.name(), parts);
                whole = false;
                continue;
            }
            Optional<List<Table.Row>> read = rows.read(id, table, part.get().value());
            read.ifPresent(some -> records.put(table.name(), some));
            whole &= read.isPresent();
        }
        return whole ? Optional.of(records) : Optional.empty();
    }

    private void missingTable(long id, Span place, String table, Mapping parts) {
        Diagnostic missing = Diagnostic.error(
                AssureCode.TEST_DATA_TABLE, place, "patient " + id + " says nothing of the table `" + table + "`, which the dataset uses");
        List<String> near = NearNames.of(table, names(parts).stream().filter(name -> tables.stream().noneMatch(used -> used.name().equals(name))).toList());
        found.accept(missing.hint(near.isEmpty()
                ? "write `\"" + table + "\": []` for a patient without a row there"
                : "there is `\"" + near.getFirst() + "\"`: the table's own name is `\"" + table + "\"`"));
    }

    private Optional<Boolean> inPopulation(long id, Mapping parts) {
        Optional<Pair> part = parts.pair(IN_POPULATION);
        if (part.isEmpty()) {
            return Optional.of(true);
        }
        if (part.get().value() instanceof Scalar scalar && scalar.value() instanceof Boolean in) {
            return Optional.of(in);
        }
        found.accept(form(part.get().value().place(), "whether patient " + id + " is expected in the population is said with True or False, not with "
                + Described.kind(part.get().value())));
        return Optional.empty();
    }

    private Optional<List<TestPatient.Expected>> expected(long id, Span place, Mapping parts, boolean in) {
        Optional<Pair> part = parts.pair(COLUMNS);
        if (part.isEmpty()) {
            if (in) {
                found.accept(form(place, "patient " + id + " is expected in the population, and nothing is expected of the columns")
                        .hint("write `\"expected_columns\": {…}` with the values that the variables should have; it may be empty")
                        .hint("a patient who should not be in: `\"expected_in_population\": False`"));
            }
            return in ? Optional.empty() : Optional.of(List.of());
        }
        if (!(part.get().value() instanceof Mapping columns)) {
            found.accept(form(part.get().value().place(), "the expected columns of patient " + id + " are " + Described.kind(part.get().value()) + ", not a dict")
                    .hint("write `\"expected_columns\": {\"age\": 42}`"));
            return Optional.empty();
        }
        if (!in && !columns.pairs().isEmpty()) {
            found.accept(Diagnostic.warning(AssureCode.TEST_DATA_UNUSED, part.get().key().place(),
                    "what is expected of the columns of patient " + id + " is not looked at, as the patient should not be in the population"));
        }
        return columns(id, columns);
    }

    private Optional<List<TestPatient.Expected>> columns(long id, Mapping columns) {
        List<TestPatient.Expected> expected = new ArrayList<>();
        for (Pair column : columns.pairs()) {
            if (!(column.key() instanceof Scalar key && key.value() instanceof String name)) {
                found.accept(form(column.key().place(), "an expected column of patient " + id + " is named by a text, not by " + Described.kind(column.key())));
                return Optional.empty();
            }
            switch (column.value()) {
                case Scalar _, StaticData.Absent _ -> expected.add(TestPatient.Expected.of(name, column.key().place(), column.value()));
                case Sequence _, Mapping _, StaticData.Foreign _ -> {
                    found.accept(form(column.value().place(), "the expected `" + name + "` of patient " + id + " is " + Described.kind(column.value()) + ", not one value")
                            .hint("write the value itself, or None for a missing one"));
                    return Optional.empty();
                }
            }
        }
        return Optional.of(expected);
    }

    /** A key that is nearly one that means something is probably meant to be it. Rows of tables that the dataset does not use do no harm. */
    private void unknown(Pair part, Mapping parts) {
        if (!(part.key() instanceof Scalar key && key.value() instanceof String name) || KEYS.contains(name)) {
            return;
        }
        NearNames.of(name, KEYS).stream()
                .filter(near -> parts.pair(near).isEmpty())
                .findFirst()
                .ifPresent(near -> {
                    if (unused.add(name)) {
                        found.accept(Diagnostic.warning(AssureCode.TEST_DATA_UNUSED, part.key().place(), "`" + name + "` is neither a table nor an expectation")
                                .hint("did you mean `" + near + "`?"));
                    }
                });
    }

    private static List<String> names(Mapping parts) {
        return parts.pairs().stream()
                .map(Pair::key)
                .flatMap(key -> key instanceof Scalar scalar && scalar.value() instanceof String name ? java.util.stream.Stream.of(name) : java.util.stream.Stream.empty())
                .toList();
    }

    private static Diagnostic form(Span place, String message) {
        return Diagnostic.error(AssureCode.TEST_DATA_FORM, place, message);
    }
}
