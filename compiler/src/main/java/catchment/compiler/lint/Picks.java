package catchment.compiler.lint;

import catchment.compiler.model.Constraint;
import catchment.compiler.model.In;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.PickOneRowPerPatient.Position;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.compiler.model.ValueSet;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.Severity;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One row picked from several. Where the sort leaves rows equal, any of them may be picked, and databases differ; and missing values sort first, so that the
 * first row by a measured value is often one without a value.
 *
 * <p>Several rows of one kind on a day are common in real records and mostly alike, so that is a note for the whole definition. Several rows of any kind on a
 * day are the rule, so where no code has chosen them it is a warning.
 */
final class Picks implements Rule {
    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        List<PickOneRowPerPatient> alike = new ArrayList<>();
        List<PickOneRowPerPatient> anything = new ArrayList<>();
        for (PickOneRowPerPatient pick : study.graph().nodes(PickOneRowPerPatient.class)) {
            Optional<String> method = study.text().called(study.place(pick));
            if (method.isEmpty() || !method.get().equals("first_for_patient") && !method.get().equals("last_for_patient")) {
                continue;
            }
            if (isArbitrary(pick, study)) {
                (isChosenByCode(pick) ? alike : anything).add(pick);
            }
            if (pick.position() == Position.FIRST) {
                missingFirst(pick, study, found);
            }
        }
        say(anything, Severity.WARNING, study, found);
        if (anything.isEmpty()) {
            say(alike, Severity.NOTE, study, found);
        }
    }

    /** Whether a column is read that the sort does not decide. */
    private static boolean isArbitrary(PickOneRowPerPatient pick, Study study) {
        Set<String> keys = new HashSet<>();
        for (Series key : Rows.sortKeys(pick)) {
            if (!(key instanceof SelectColumn column) || isIdentity(column)) {
                return false;
            }
            keys.add(column.name());
        }
        return study.graph().users(pick).stream()
                .anyMatch(user -> user instanceof SelectColumn column && !keys.contains(column.name()));
    }

    private static boolean isIdentity(SelectColumn column) {
        Optional<TableSchema.Column> declared = column.source().schema().column(column.name());
        return column.name().endsWith("_ident")
                || column.name().equals("id")
                || column.name().endsWith("_id")
                || declared.flatMap(one -> one.constraint(Constraint.Unique.class)).isPresent();
    }

    private static boolean isChosenByCode(PickOneRowPerPatient pick) {
        return !Rows.filters(pick).isEmpty() || pick.source().schema().columns().stream().noneMatch(column -> column.type().isCode());
    }

    private static void say(List<PickOneRowPerPatient> picks, Severity severity, Study study, Consumer<Diagnostic> found) {
        if (picks.isEmpty()) {
            return;
        }
        PickOneRowPerPatient first = picks.getFirst();
        Span place = study.graph().users(first).stream()
                .filter(user -> user instanceof SelectColumn column
                        && Rows.sortKeys(first).stream().noneMatch(key -> key instanceof SelectColumn sorted && sorted.name().equals(column.name())))
                .map(study::place)
                .findFirst()
                .orElse(study.place(first));
        String others = picks.size() == 1 ? "" : "; so it is in " + picks.size() + " places of this definition";
        found.accept(new Diagnostic(
                LintCode.PICK_NOT_UNIQUE,
                severity,
                place,
                "rows that the sort leaves equal are picked from by chance, and databases differ" + others,
                List.of("sort by a second column: `sort_by(" + keys(first, place, study) + ")`"),
                List.of()));
    }

    private static String keys(PickOneRowPerPatient pick, Span place, Study study) {
        String table = Rows.table(pick);
        List<String> keys = new ArrayList<>();
        Rows.sortKeys(pick).forEach(key -> keys.add(table + "." + ((SelectColumn) key).name()));
        study.graph().users(pick).stream()
                .filter(user -> user instanceof SelectColumn && study.place(user).equals(place))
                .limit(1)
                .forEach(user -> keys.add(table + "." + ((SelectColumn) user).name()));
        return String.join(", ", keys);
    }

    private static void missingFirst(PickOneRowPerPatient pick, Study study, Consumer<Diagnostic> found) {
        List<Series> keys = Rows.sortKeys(pick);
        if (keys.isEmpty() || !(keys.getFirst() instanceof SelectColumn key) || study.presence().always(key)) {
            return;
        }
        boolean end = key.name().equals("end_date") || key.name().equals("discharge_date");
        boolean oftenMissing = key.type() != Type.DATE || end && readsMore(pick, key, study);
        Object subject = Rows.subject(key);
        if (!oftenMissing || Rows.conditions(pick).stream().anyMatch(part -> needs(part, subject))) {
            return;
        }
        found.accept(LintCode.SORT_NULLS_FIRST
                .at(sortPlace(pick, study), "missing values sort first, so this often picks a row without " + study.name(key, "`" + key.name() + "`"))
                .hint("leave them out before: `.where(" + study.name(key, key.name()).replace("`", "") + ".is_not_null())`"));
    }

    /** Whether another column than the key is read: without one, that there is no date yet may be what is asked. */
    private static boolean readsMore(PickOneRowPerPatient pick, SelectColumn key, Study study) {
        return study.graph().users(pick).stream()
                .anyMatch(user -> !(user instanceof SelectColumn column) || !column.name().equals(key.name()));
    }

    /** Where the sort is written if that is part of the pick; else the pick. */
    private static Span sortPlace(PickOneRowPerPatient pick, Study study) {
        Span whole = study.place(pick);
        Span sort = study.place(pick.source());
        boolean within = sort.file().equals(whole.file()) && sort.start().compareTo(whole.start()) >= 0 && sort.end().compareTo(whole.end()) <= 0;
        return within ? sort : whole;
    }

    /** Whether a condition is not true where the value is missing. */
    private static boolean needs(Condition part, Object subject) {
        if (Shapes.isNull(part.series()).isPresent()) {
            return !part.holds() && Rows.subject(Shapes.isNull(part.series()).get()).equals(subject);
        }
        if (part.series() instanceof In in) {
            return in.set() instanceof ValueSet && Rows.subject(in.value()).equals(subject);
        }
        return Compared.of(part)
                .filter(compared -> Rows.subject(compared.left()).equals(subject) || Rows.subject(compared.right()).equals(subject))
                .isPresent();
    }
}
