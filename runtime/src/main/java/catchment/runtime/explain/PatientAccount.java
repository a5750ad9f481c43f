package catchment.runtime.explain;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Spans;
import catchment.compiler.model.Series;
import catchment.grammar.source.SourceText;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One patient's way through a definition: why the patient is in the population or is not, and which rows and clauses gave each variable. */
public final class PatientAccount {
    private static final int MOST_REASONS = 12;

    private PatientAccount() {}

    /**
     * The account, in lines. Empty if the patient has no row in any table that the definition reads.
     *
     * @param dataset the definition; the rows of its inline tables must be known
     * @param tables with the rows of any number of patients
     * @param sources the texts that spans point into
     */
    public static List<String> of(DatasetDefinition dataset, Tables tables, Spans spans, Map<String, SourceText> sources, long patient) {
        Tables own = only(tables, patient);
        List<Series> wanted = new ArrayList<>(dataset.variables().values());
        wanted.add(dataset.population());
        ReferenceInterpreter.PatientValues values = new ReferenceInterpreter(dataset).values(own, wanted);
        int at = values.patients().indexOf(patient);
        if (at < 0) {
            return List.of();
        }
        List<Object> row = values.values().get(at);
        Reasons reasons = new Reasons(dataset, own, spans, sources, MOST_REASONS);
        UsedRows rows = new UsedRows(dataset, own, patient);
        boolean in = Boolean.TRUE.equals(row.getLast());
        List<String> lines = new ArrayList<>();
        lines.add("patient " + patient + " is " + (in ? "" : "not ") + "in the population");
        reasons.ofCondition(dataset.population(), patient, in).forEach(reason -> lines.add("  - " + reason));
        rows.below(dataset.population()).forEach(line -> lines.add("    " + line));
        int column = 0;
        for (Map.Entry<String, Series> variable : dataset.variables().entrySet()) {
            Optional<Object> value = Optional.ofNullable(row.get(column++));
            lines.add("");
            lines.add("`" + variable.getKey() + "` is " + Described.value(value) + (in ? "" : ", if the patient were in the population"));
            reasons.of(variable.getValue(), patient, value).forEach(reason -> lines.add("  - " + reason));
            rows.below(variable.getValue()).forEach(line -> lines.add("    " + line));
        }
        return lines;
    }

    private static Tables only(Tables tables, long patient) {
        Map<String, Table> own = new HashMap<>();
        tables.byName().forEach((name, table) -> own.put(
                name, new Table(table.columns(), table.rows().stream().filter(row -> row.patientId() == patient).toList())));
        return new Tables(own);
    }
}
