package catchment.runtime.dummy;

import catchment.compiler.model.Case;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the patients of a cohort should show: both outcomes of each variable, each branch of each case, each list.
 *
 * @param possible what they should show
 * @param impossible branches and lists that nobody can show
 */
record Goals(List<Goal> possible, List<Goal> impossible) {
    /** What anybody can show. */
    static Goals of(Study study, int cohort) {
        return of(study, cohort, Certainty.of(study, cohort));
    }

    private static Goals of(Study study, int cohort, Certainty certainty) {
        List<Goal> goals = new ArrayList<>();
        List<Goal> impossible = new ArrayList<>();
        study.request().cohorts().get(cohort).variables().forEach((name, series) -> {
            if (certainty.canBePresent(series)) {
                goals.add(new Goal.Outcome(name, series, Wanted.PRESENT));
            }
            if (certainty.canBeMissing(series)) {
                goals.add(new Goal.Outcome(name, series, Wanted.MISSING));
            }
        });
        for (Node node : study.nodes(cohort)) {
            switch (node) {
                case Case branches -> addBranches(branches, certainty, goals, impossible);
                case In in when in.set() instanceof ValueSet set && !set.values().isEmpty() ->
                    (certainty.canBeTrue(in) ? goals : impossible).add(new Goal.Listed(in, set));
                case Node _ -> {}
            }
        }
        return new Goals(goals, impossible);
    }

    private static void addBranches(Case branches, Certainty certainty, List<Goal> goals, List<Goal> impossible) {
        // What cannot be is not expected.
        Optional<Worlds> worlds = certainty.worlds(branches);
        if (isMapping(branches)) {
            Map<Object, List<Integer>> byValue = new LinkedHashMap<>();
            for (int i = 0; i < branches.branches().size(); i++) {
                Object value = ((Value) branches.branches().get(i).value().orElseThrow()).value();
                byValue.computeIfAbsent(value, _ -> new ArrayList<>()).add(i);
            }
            byValue.forEach((value, these) -> (worlds.map(all -> these.stream().anyMatch(all::canReach)).orElse(true) ? goals : impossible)
                    .add(new Goal.Category(branches, value, List.copyOf(these))));
            if (worlds.map(all -> all.canReach(-1)).orElse(true)) {
                goals.add(new Goal.Branch(branches, -1));
            }
            return;
        }
        for (int i = 0; i < branches.branches().size(); i++) {
            int branch = i;
            Series condition = branches.branches().get(i).condition();
            boolean can = certainty.canBeTrue(condition) && worlds.map(all -> all.canReach(branch)).orElse(true);
            (can ? goals : impossible).add(new Goal.Branch(branches, i));
            if (condition instanceof Value always && Boolean.TRUE.equals(always.value())) {
                return;
            }
        }
        if ((!onlyFillsGaps(branches) || certainty.canBeMissing(branches.branches().getFirst().value().orElseThrow()))
                && worlds.map(all -> all.canReach(-1)).orElse(true)) {
            goals.add(new Goal.Branch(branches, -1));
        }
    }

    /** {@code x.to_category(codelist)}: one series compared with one literal after another. */
    private static boolean isMapping(Case branches) {
        Optional<Series> mapped = mapped(branches.branches().getFirst());
        return mapped.isPresent()
                && branches.branches().stream().allMatch(branch -> mapped(branch).equals(mapped) && branch.value().filter(Value.class::isInstance).isPresent());
    }

    private static Optional<Series> mapped(Case.Branch branch) {
        return branch.condition() instanceof Function function
                        && function.operator() == Operator.EQ
                        && function.arguments().getLast() instanceof Value
                ? Optional.of(function.arguments().getFirst())
                : Optional.empty();
    }

    /** {@code x.when_null_then(y)}. */
    private static boolean onlyFillsGaps(Case branches) {
        Case.Branch first = branches.branches().getFirst();
        return branches.branches().size() == 1 && first.value().isPresent() && Certainty.sparesMissing(first.condition(), first.value().get());
    }

    /**
     * What was missed, for people. A patient shows one branch of a case, so where only patients whom inline tables know come to some of its branches, no more of
     * them are expected than there are such patients.
     *
     * @param known how many of the patients inline tables know
     */
    Coverage coverage(List<Goal> missed, int known, Study study, int cohort) {
        Map<Series, String> names = new IdentityHashMap<>();
        study.request().cohorts().get(cohort).variables().forEach((name, series) -> names.putIfAbsent(series, name));
        List<Goal> beyond = missed.isEmpty() || study.inlinePatients().isEmpty() ? List.of() : beyond(missed, known, study, cohort);
        List<Goal> open = missed.stream().filter(goal -> !beyond.contains(goal)).toList();
        List<Goal> unreachable = Stream.concat(impossible.stream(), beyond.stream()).toList();
        return new Coverage(possible.size() - beyond.size(), described(open, names, study), described(unreachable, names, study));
    }

    /** Those of the missed that the few patients whom inline tables know cannot show besides what they do show. */
    private List<Goal> beyond(List<Goal> missed, int known, Study study, int cohort) {
        Certainty strangers = Certainty.ofStrangers(study, cohort);
        Set<Goal> forStrangers = strangers.canBeAnybody() ? Set.copyOf(of(study, cohort, strangers).possible()) : Set.of();
        Map<Series, List<Goal>> exclusive = new LinkedHashMap<>();
        for (Goal goal : possible) {
            if (!(goal instanceof Goal.Listed) && goal.series().domain().isPatient() && !forStrangers.contains(goal)) {
                exclusive.computeIfAbsent(goal.series(), _ -> new ArrayList<>()).add(goal);
            }
        }
        Set<Goal> all = Set.copyOf(missed);
        List<Goal> beyond = new ArrayList<>();
        for (List<Goal> goals : exclusive.values()) {
            List<Goal> branches = goals.stream().filter(goal -> !(goal instanceof Goal.Outcome)).toList();
            List<Goal> outcomes = goals.stream().filter(Goal.Outcome.class::isInstance).toList();
            for (List<Goal> together : List.of(branches, outcomes)) {
                List<Goal> open = together.stream().filter(all::contains).toList();
                beyond.addAll(open.subList(0, Math.clamp(together.size() - (long) known, 0, open.size())));
            }
        }
        return beyond;
    }

    private static List<Coverage.Missed> described(List<Goal> goals, Map<Series, String> names, Study study) {
        return goals.stream()
                .map(goal -> described(goal, names, study))
                .sorted(Comparator.comparing((Coverage.Missed one) -> one.span().file()).thenComparing(one -> one.span().start()))
                .toList();
    }

    private static Coverage.Missed described(Goal goal, Map<Series, String> names, Study study) {
        return switch (goal) {
            case Goal.Outcome outcome -> new Coverage.Missed(
                    outcome.wanted().missing() ? Coverage.Kind.NULL : Coverage.Kind.NOT_NULL,
                    "`" + outcome.variable() + "`" + (outcome.wanted().missing() ? " is missing for nobody" : " is missing for everybody"),
                    span(outcome.series(), study));
            case Goal.Branch branch -> new Coverage.Missed(
                    Coverage.Kind.BRANCH,
                    (branch.branch() < 0 ? "nobody comes to the end" : "nobody comes to branch " + (branch.branch() + 1))
                            + name(branch.series(), names)
                            + valueOf(branch),
                    branch.branch() < 0
                            ? span(branch.series(), study)
                            : study.request().spans().of(branch.series().branches().get(branch.branch()).condition())
                                    .orElseGet(() -> span(branch.series(), study)));
            case Goal.Category category -> new Coverage.Missed(
                    Coverage.Kind.BRANCH,
                    "nobody has " + shown(category.value()) + name(category.series(), names),
                    span(category.series(), study));
            case Goal.Listed listed -> new Coverage.Missed(
                    Coverage.Kind.CODELIST,
                    "no " + (listed.list().type().isCode() ? "code" : "value") + " of a list of " + listed.list().values().size() + " that begins with "
                            + listed.list().values().getFirst(),
                    span(listed.series(), study));
        };
    }

    private static String valueOf(Goal.Branch branch) {
        Optional<Series> value = branch.branch() < 0
                ? branch.series().otherwise()
                : branch.series().branches().get(branch.branch()).value();
        return value.filter(Value.class::isInstance)
                .map(Value.class::cast)
                .map(literal -> ", " + shown(literal.value()))
                .orElse("");
    }

    private static String shown(Object value) {
        return value instanceof String text ? "\"" + text + "\"" : value.toString();
    }

    private static String name(Case branches, Map<Series, String> names) {
        return Optional.ofNullable(names.get(branches)).map(name -> " of `" + name + "`").orElse(" of a case");
    }

    private static Span span(Series series, Study study) {
        return study.request().spans().of(series).orElse(Span.NONE);
    }
}
