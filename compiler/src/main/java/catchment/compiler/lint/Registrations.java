package catchment.compiler.lint;

import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.Node;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tables whose rows are periods hold a patient's whole history. So {@code practice_registrations.exists_for_patient()} is true for anyone ever registered, and
 * the last row by start date is the latest registration, maybe years after the study's date; the table's own methods take a date.
 */
final class Registrations implements Rule {
    private static final String TABLE = "practice_registrations";
    private static final Set<String> ENDS = Set.of("start_date", "end_date");
    private static final Set<String> PERIODS = Set.of(TABLE, "addresses");

    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        Windows windows = new Windows();
        for (Series population : study.populations()) {
            ever(population, windows, study, found);
        }
        for (PickOneRowPerPatient pick : study.graph().nodes(PickOneRowPerPatient.class)) {
            latest(pick, windows, study, found);
        }
    }

    private static void ever(Series population, Windows windows, Study study, Consumer<Diagnostic> found) {
        List<Exists> undated = Condition.parts(population).stream()
                .filter(Condition::holds)
                .map(Condition::series)
                .filter(Exists.class::isInstance)
                .map(Exists.class::cast)
                .filter(exists -> Rows.table(exists.source()).equals(TABLE) && windows.of(exists.source()).none())
                .toList();
        if (undated.isEmpty() || isDatedElsewhere(population, windows)) {
            return;
        }
        for (Exists exists : undated) {
            found.accept(LintCode.EXISTS_WITHOUT_DATE
                    .at(study.place(exists), "this is true for anyone who was ever registered")
                    .hint("on a date: `practice_registrations.exists_for_patient_on(…)`"));
        }
    }

    /** Whether the population asks for a registration at a date in another way. */
    private static boolean isDatedElsewhere(Series population, Windows windows) {
        return Graph.postOrder(population).stream().anyMatch(node -> switch (node) {
            case Filter filter -> Rows.table(filter).equals(TABLE) && !windows.of(filter).none();
            case Function function -> Compared.compares(function.operator())
                    && function.arguments().stream().anyMatch(Registrations::isDateOfRegistration);
            default -> false;
        });
    }

    private static boolean isDateOfRegistration(Node node) {
        return node instanceof SelectColumn column && column.type() == Type.DATE && Rows.table(column.source()).equals(TABLE);
    }

    private static void latest(PickOneRowPerPatient pick, Windows windows, Study study, Consumer<Diagnostic> found) {
        Frame rows = pick.source();
        boolean byDate = pick.position() == PickOneRowPerPatient.Position.LAST
                && Rows.sortKeys(rows).stream().limit(1).anyMatch(key -> key instanceof SelectColumn column && ENDS.contains(column.name()));
        if (!byDate || !PERIODS.contains(Rows.table(pick)) || !windows.of(rows).none()) {
            return;
        }
        boolean describes = study.graph().users(pick).stream()
                .anyMatch(user -> user instanceof SelectColumn column && column.type() != Type.DATE);
        if (describes) {
            Map<String, String> words = Map.of(TABLE, "registration", "addresses", "address");
            found.accept(LintCode.LATEST_NOT_AT_DATE
                    .at(study.place(pick), "this is the latest " + words.get(Rows.table(pick)) + " of all, maybe years after the study's date")
                    .hint("at a date: `" + Rows.table(pick) + ".for_patient_on(…)`"));
        }
    }
}
