package catchment.runtime.dummy;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.meaning.Comparison;
import catchment.compiler.model.Series;
import catchment.runtime.reference.ReferenceInterpreter;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DraftValuesTest {
    @Test
    void areThoseOfTheReferenceInterpreter() {
        Study study = new Study(DefinitionText.request(
                """
                codes = codelist_from_csv("asthma.csv", column="code")
                diabetes = codelist_from_csv("diabetes.csv", column="code", category_column="type")
                first = clinical_events.sort_by(clinical_events.date).first_for_patient()
                same = clinical_events.where(clinical_events.date.is_on_or_between(first.date - months(6), first.date + years(2)))
                dataset.define_population(same.snomedct_code.is_in(codes).as_int().sum_for_patient() >= 0)
                dataset.first = first.snomedct_code
                dataset.value = first.numeric_value
                dataset.type = same.sort_by(same.numeric_value).last_for_patient().snomedct_code.to_category(diabetes)
                dataset.count = same.except_where(same.numeric_value > 50).count_for_patient()
                dataset.episodes = same.date.count_episodes_for_patient(weeks(3))
                dataset.mean = same.numeric_value.mean_for_patient()
                dataset.own = first.snomedct_code.is_in(same.where(same.numeric_value > 20).snomedct_code)
                dataset.age = (first.date - patients.date_of_birth).years
                dataset.latest = maximum_of(first.date, patients.date_of_birth, medications.date.maximum_for_patient())
                dataset.band = case(when(dataset.age < 18).then("child"), when(dataset.count > 2).then("often"), otherwise="other")
                """,
                1));
        PatientMaker maker = new PatientMaker(study);
        GoalPlan plan = new GoalPlan(Goals.of(study, 0).possible(), 300, 0);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            PatientMaker.Order order = new PatientMaker.Order(i, -1 - i, false, study.aim(0, i), plan.assign(false), new BitSet(), false);
            if (maker.make(order, plan) instanceof PatientMaker.Made.Patient patient) {
                drafts.add(patient.draft());
            }
        }
        assertThat(drafts).hasSize(300);

        List<Series> variables = List.copyOf(study.request().cohorts().getFirst().variables().values());
        List<List<Object>> expected = new ReferenceInterpreter(study.request().dataset(study.request().cohorts().getFirst()))
                .values(tables(study, drafts), variables)
                .values();

        for (int i = 0; i < drafts.size(); i++) {
            DraftValues values = new DraftValues(drafts.get(i), study);
            List<Object> found = new ArrayList<>();
            variables.forEach(series -> found.add(Comparison.key(values.value(series, DraftRow.NONE))));
            assertThat(found).isEqualTo(expected.get(i));
        }
    }

    private static Tables tables(Study study, List<Draft> drafts) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (UsedTable table : study.tables().values()) {
            List<Table.Row> rows = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                for (DraftRow row : drafts.get(i).rows(table.name())) {
                    rows.add(new Table.Row(i + 1L, row.values()));
                }
            }
            tables.put(table.name(), new Table(Verification.columns(table), rows));
        }
        return new Tables(tables);
    }
}
