package catchment.compiler.lint;

import catchment.compiler.model.Case;
import catchment.compiler.model.Series;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The branches of a {@code case} are asked in order, and the first that is true counts. So a branch whose values all belong to earlier branches is never taken,
 * and of two bands that overlap the first has what they share: {@code 18 <= age < 45} before {@code 40 <= age < 65}.
 *
 * <p>Narrow before wide ({@code age < 18}, then {@code age < 65}) is the usual way to write bands, and nothing is said of it.
 */
final class Bands implements Rule {
    /** More branches than people write are made by a loop; a list of codes is compared by its values. */
    private static final int MOST_BRANCHES = 200;

    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        for (Case branches : study.graph().nodes(Case.class)) {
            check(branches, study, found);
        }
    }

    /** What a branch needs: for each series which values. */
    private record Band(Series condition, Map<Object, Allowed> allowed) {
        static Band of(Series condition) {
            Map<Object, Allowed> allowed = new HashMap<>();
            for (Condition part : Condition.parts(condition)) {
                Fact fact = Fact.of(part);
                allowed.merge(fact.subject(), fact.allowed(), Allowed::and);
            }
            return new Band(condition, allowed);
        }

        boolean within(Band other) {
            return other.allowed.entrySet().stream()
                    .allMatch(entry -> allowed.containsKey(entry.getKey()) && allowed.get(entry.getKey()).within(entry.getValue()));
        }

        boolean overlaps(Band other) {
            if (allowed.size() != 1 || !allowed.keySet().equals(other.allowed.keySet())) {
                return false;
            }
            Allowed mine = allowed.values().iterator().next();
            Allowed others = other.allowed.values().iterator().next();
            return mine.isBand() && others.isBand() && !mine.within(others) && !others.within(mine) && !mine.and(others).isNothing();
        }
    }

    private static void check(Case branches, Study study, Consumer<Diagnostic> found) {
        Set<Series> asked = new HashSet<>();
        List<Band> before = new ArrayList<>();
        for (Case.Branch branch : branches.branches()) {
            if (!asked.add(branch.condition())) {
                unreachable(branch.condition(), branch.condition(), study, found);
            }
            if (branches.branches().size() > MOST_BRANCHES) {
                continue;
            }
            if (Condition.parts(branch.condition()).size() == Condition.MOST) {
                continue;
            }
            Band band = Band.of(branch.condition());
            for (Band earlier : before) {
                if (earlier.condition() == band.condition()) {
                    continue;
                }
                if (band.within(earlier)) {
                    unreachable(band.condition(), earlier.condition(), study, found);
                    break;
                }
                if (band.overlaps(earlier)) {
                    overlap(band, earlier, study, found);
                    break;
                }
            }
            before.add(band);
        }
    }

    private static void unreachable(Series condition, Series earlier, Study study, Consumer<Diagnostic> found) {
        found.accept(LintCode.BRANCH_UNREACHABLE
                .at(study.place(condition), "this branch is never taken: whoever meets " + study.name(condition, "it") + " has met "
                        + study.name(earlier, "an earlier branch") + " before")
                .hint("the first branch that is true counts: put the narrowest first"));
    }

    private static void overlap(Band band, Band earlier, Study study, Consumer<Diagnostic> found) {
        Allowed mine = band.allowed().values().iterator().next();
        Allowed others = earlier.allowed().values().iterator().next();
        List<Condition> parts = Condition.parts(band.condition());
        boolean below = mine.low() <= others.high() && mine.low() >= others.low();
        Series place = parts.stream()
                .filter(part -> Fact.of(part).allowed().low() == mine.low() == below)
                .map(Condition::series)
                .findFirst()
                .orElse(band.condition());
        found.accept(LintCode.BANDS_OVERLAP
                .at(study.place(place), "some values fit both this branch and " + study.name(earlier.condition(), "an earlier one") + "; the earlier branch has them")
                .hint("let one begin where the other ends"));
    }
}
