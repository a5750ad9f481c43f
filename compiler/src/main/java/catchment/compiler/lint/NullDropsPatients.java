package catchment.compiler.lint;

import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Node;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A date of death or of leaving is missing because it has not happened. {@code date_of_death > index_date} is not true then, so it leaves out everyone who lives:
 * in a population, and among rows of registrations those that go on.
 */
final class NullDropsPatients implements Rule {
    private static final Set<String> ENDS = Set.of("date_of_death", "end_date", "death_date", "deregistration_date");

    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        for (Series population : study.populations()) {
            for (Condition part : Condition.parts(population)) {
                check(part, Condition.parts(population), true, study, found);
            }
        }
        for (Filter filter : study.graph().nodes(Filter.class)) {
            List<Condition> own = Condition.parts(filter.condition()).stream().filter(NullDropsPatients::comparesEnd).toList();
            if (!own.isEmpty() && !onlyEndsAreRead(filter, study)) {
                List<Condition> all = Rows.conditions(filter);
                own.forEach(part -> check(part, all, false, study, found));
            }
        }
    }

    private static void check(Condition part, List<Condition> all, boolean patients, Study study, Consumer<Diagnostic> found) {
        Optional<Compared> compared = Compared.of(part);
        if (compared.isEmpty()) {
            return;
        }
        for (Compared read : compared.get().bothWays()) {
            if ((read.isLower()) && read.left().domain().isPatient() == patients && isEnd(read.left()) && !asked(read.left(), all)) {
                String who = patients ? "patients" : "rows";
                String name = study.name(read.left(), "the date");
                found.accept(LintCode.NULL_DROPS_PATIENTS
                        .at(study.place(read.node()), who + " without " + name + " are left out: the comparison is missing for them, and missing is not true")
                        .hint("add `| " + name.replace("`", "") + ".is_null()`")
                        .hint(patients ? "or ask `patients.is_alive_on(…)`, `practice_registrations.exists_for_patient_on(…)`" : "or `except_where` with the opposite condition"));
                return;
            }
        }
    }

    private static boolean comparesEnd(Condition part) {
        return Compared.of(part).stream().flatMap(compared -> compared.bothWays().stream()).anyMatch(read -> read.isLower() && isEnd(read.left()));
    }

    /** Whether nothing but the date itself is taken from the rows: the next end after a day is asked for on purpose. */
    private static boolean onlyEndsAreRead(Filter filter, Study study) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Node> open = new ArrayList<>(List.of(filter));
        while (!open.isEmpty()) {
            for (Node user : study.graph().users(open.removeLast())) {
                switch (user) {
                    case Frame frame -> {
                        if (seen.add(frame)) {
                            open.add(frame);
                        }
                    }
                    case SelectColumn column when isEnd(column) -> {}
                    default -> {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean isEnd(Series series) {
        return series.type() == Type.DATE
                && series instanceof SelectColumn column
                && (ENDS.contains(column.name()) || column.name().equals("date") && Rows.table(column.source()).equals("ons_deaths"));
    }

    /** Whether it is said elsewhere that there must be a date, or when at the latest: who died within a year is asked for on purpose. */
    private static boolean asked(Series date, List<Condition> all) {
        Object subject = Rows.subject(date);
        return all.stream().anyMatch(part -> isPresent(part, subject) || isBounded(part, subject));
    }

    private static boolean isPresent(Condition part, Object subject) {
        return !part.holds() && Shapes.isNull(part.series()).filter(asked -> Rows.subject(asked).equals(subject)).isPresent();
    }

    private static boolean isBounded(Condition part, Object subject) {
        return Compared.of(part).stream()
                .flatMap(compared -> compared.bothWays().stream())
                .anyMatch(read -> !read.isLower() && Rows.subject(read.left()).equals(subject));
    }
}
