package catchment.runtime.assure;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.definition.StaticData;
import catchment.compiler.meaning.Comparison;
import catchment.compiler.model.Series;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.SourceText;
import catchment.runtime.data.FileTable;
import catchment.runtime.data.UsedTables;
import catchment.runtime.explain.Described;
import catchment.runtime.explain.Reasons;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tests a dataset with patients whose outcome its author has written down. */
public final class Assurance {
    private static final int MOST_REASONS = 6;

    private final DatasetDefinition dataset;
    private final Spans spans;
    private final Map<String, SourceText> sources;
    private final List<Diagnostic> found = new ArrayList<>();

    private Assurance(DatasetDefinition dataset, Spans spans, Map<String, SourceText> sources) {
        this.dataset = dataset;
        this.spans = spans;
        this.sources = sources;
    }

    /**
     * Runs the dataset on the patients, all of them, and compares.
     *
     * @param dataset the definition; inline tables that are read from files must have been replaced by their rows
     * @param testData what the variable {@code test_data} holds
     * @param spans where the dataset's nodes come from
     * @param sources the texts that spans point into
     */
    public static AssuranceOutcome test(DatasetDefinition dataset, StaticData testData, Spans spans, Map<String, SourceText> sources) {
        return new Assurance(dataset, spans, sources).test(testData);
    }

    private AssuranceOutcome test(StaticData testData) {
        List<FileTable> tables = UsedTables.whole(dataset.roots());
        List<TestPatient> patients = new TestPatients(tables, found::add).read(testData);
        List<String> variables = List.copyOf(dataset.variables().keySet());
        List<Series> wanted = new ArrayList<>(dataset.variables().values());
        wanted.add(dataset.population());
        Tables records = tables(tables, patients);
        ReferenceInterpreter.PatientValues values = new ReferenceInterpreter(dataset).values(records, wanted);
        Map<Long, List<Object>> byPatient = new HashMap<>();
        for (int i = 0; i < values.patients().size(); i++) {
            byPatient.put(values.patients().get(i), values.values().get(i));
        }
        Reasons reasons = new Reasons(dataset, records, spans, sources, MOST_REASONS);
        for (TestPatient patient : patients) {
            compare(patient, variables, Optional.ofNullable(byPatient.get(patient.id())), reasons);
        }
        return new AssuranceOutcome(patients.size(), found);
    }

    private static Tables tables(List<FileTable> tables, List<TestPatient> patients) {
        Map<String, Table> made = new HashMap<>();
        for (FileTable table : tables) {
            List<Table.Column> columns = table.columns().stream().map(column -> new Table.Column(column.name(), column.type())).toList();
            made.put(table.name(), new Table(
                    columns, patients.stream().flatMap(patient -> patient.rows().get(table.name()).stream()).toList()));
        }
        return new Tables(made);
    }

    private void compare(TestPatient patient, List<String> variables, Optional<List<Object>> values, Reasons reasons) {
        boolean in = values.isPresent() && Boolean.TRUE.equals(values.get().getLast());
        if (in != patient.inPopulation()) {
            population(patient, values.isPresent(), in, reasons);
        }
        if (!patient.inPopulation()) {
            return;
        }
        for (TestPatient.Expected expected : patient.expected()) {
            int at = variables.indexOf(expected.variable());
            if (at < 0) {
                unknown(patient, expected, variables);
            } else if (in) {
                Optional<Object> got = Optional.ofNullable(values.orElseThrow().get(at));
                if (!same(expected.value(), got)) {
                    column(patient, expected, got, reasons);
                }
            }
        }
    }

    private void population(TestPatient patient, boolean known, boolean in, Reasons reasons) {
        Diagnostic failed = Diagnostic.error(
                AssureCode.EXPECTATION_FAILED,
                patient.inPopulationPlace(),
                "patient " + patient.id() + ": expected " + (in ? "not in the population, is in it" : "in the population, is not in it"));
        List<String> why = known
                ? reasons.ofCondition(dataset.population(), patient.id(), in)
                : List.of("the patient has no row in any table, and who has none is nobody");
        found.add(hinted(failed, why));
    }

    private void column(TestPatient patient, TestPatient.Expected expected, Optional<Object> got, Reasons reasons) {
        Diagnostic failed = Diagnostic.error(
                AssureCode.EXPECTATION_FAILED,
                expected.place(),
                "patient " + patient.id() + ": `" + expected.variable() + "` is expected to be " + Described.value(expected.value()) + ", got " + Described.value(got));
        Series series = dataset.variables().get(expected.variable());
        found.add(hinted(failed, reasons.of(series, patient.id(), expected.value())));
    }

    private void unknown(TestPatient patient, TestPatient.Expected expected, List<String> variables) {
        Diagnostic unknown = Diagnostic.error(
                AssureCode.TEST_DATA_COLUMN,
                expected.namePlace(),
                "patient " + patient.id() + ": the dataset has no variable `" + expected.variable() + "`");
        List<String> near = NearNames.of(expected.variable(), variables);
        found.add(near.isEmpty() ? unknown.hint("it has " + String.join(", ", variables)) : unknown.hint("did you mean `" + near.getFirst() + "`?"));
    }

    private static Diagnostic hinted(Diagnostic diagnostic, List<String> hints) {
        Diagnostic hinted = diagnostic;
        for (String hint : hints) {
            hinted = hinted.hint(hint);
        }
        return hinted;
    }

    /** As the language compares: {@code 1}, {@code 1.0} and {@code True} are the same. */
    private static boolean same(Optional<Object> expected, Optional<Object> got) {
        return expected.map(Assurance::plain).equals(got.map(Assurance::plain));
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Boolean truth -> Comparison.key(truth ? 1.0 : 0.0);
            case Long number -> Comparison.key((double) number);
            default -> Comparison.key(value);
        };
    }
}
