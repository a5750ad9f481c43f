package catchment.runtime.dummy;

import catchment.compiler.model.Function;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the reference interpreter which patients are in their cohort, and meet the additional constraint. */
final class Verification {
    private final Study study;
    private final List<ReferenceInterpreter> interpreters;
    private final List<Series> conditions;

    Verification(Study study) {
        this.study = study;
        DummyDataRequest request = study.request();
        this.interpreters = request.cohorts().stream().map(cohort -> new ReferenceInterpreter(request.dataset(cohort))).toList();
        this.conditions = request.cohorts().stream()
                .map(cohort -> request.additionalConstraint()
                        .map(constraint -> (Series) new Function(Operator.AND, List.of(cohort.condition(), constraint)))
                        .orElse(cohort.condition()))
                .toList();
    }

    /** Those of the drafts, by their ids, who are what they were made for. */
    Set<Long> accepted(Map<Long, Draft> drafts) {
        Map<Aim, Map<Long, Draft>> byAim = new LinkedHashMap<>();
        drafts.forEach((id, draft) -> byAim.computeIfAbsent(draft.aim(), _ -> new LinkedHashMap<>()).put(id, draft));
        Set<Long> accepted = new HashSet<>();
        byAim.forEach((aim, these) -> accepted.addAll(accepted(aim, these)));
        return accepted;
    }

    private Set<Long> accepted(Aim aim, Map<Long, Draft> drafts) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (UsedTable table : study.tables().values()) {
            List<Table.Row> rows = new ArrayList<>();
            drafts.forEach((id, draft) -> draft.rows(table.name()).forEach(row -> rows.add(new Table.Row(id, row.values()))));
            tables.put(table.name(), new Table(columns(table), rows));
        }
        ReferenceInterpreter.PatientValues values = interpreters.get(aim.cohort())
                .values(new Tables(tables), List.of(conditions.get(aim.cohort())), aim.parameters());
        Set<Long> accepted = new HashSet<>();
        for (int i = 0; i < values.patients().size(); i++) {
            long id = values.patients().get(i);
            if (Boolean.TRUE.equals(values.values().get(i).getFirst()) && drafts.containsKey(id)) {
                accepted.add(id);
            }
        }
        return accepted;
    }

    static List<Table.Column> columns(UsedTable table) {
        return table.columns().stream().map(column -> new Table.Column(column.name(), column.type())).toList();
    }
}
