package catchment.compiler.lint;

import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Conditions that exclude each other: {@code (age < 18) & (age > 65)}, a row whose date lies both before and after one day, a window that ends before it begins.
 * What they choose is always empty, and nothing else will tell.
 */
final class NeverTrue implements Rule {
    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        for (Node node : study.graph().nodes()) {
            if (node instanceof Filter filter) {
                chosen(filter, study, found);
            } else if (Shapes.is(node, Operator.AND)
                    && (study.graph().users(node).isEmpty() || study.graph().users(node).stream().anyMatch(user -> !Shapes.is(user, Operator.AND) && !(user instanceof Filter)))) {
                contradiction(Condition.parts((Series) node), 0, (Series) node, study, found);
            }
        }
    }

    private static void chosen(Filter filter, Study study, Consumer<Diagnostic> found) {
        List<Condition> all = Rows.conditions(filter);
        int own = Condition.parts(filter.condition()).size();
        contradiction(all, all.size() - own, filter.condition(), study, found);
    }

    /** Looks for a part, from {@code first} on, that excludes one before it. */
    private static void contradiction(List<Condition> parts, int first, Series whole, Study study, Consumer<Diagnostic> found) {
        Map<Object, Fact> known = new HashMap<>();
        Map<Object, Map<Object, Compared>> starts = new HashMap<>();
        Map<Object, Map<Object, Compared>> ends = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Condition part = parts.get(i);
            Fact fact = Fact.of(part);
            Fact before = known.get(fact.subject());
            if (before != null && before.excludes(fact)) {
                if (i >= first) {
                    say(before.node(), part.series(), whole, study, found);
                }
                return;
            }
            known.put(fact.subject(), before == null ? fact : new Fact(fact.subject(), fact.series(), before.allowed().and(fact.allowed()), part.series()));
            Optional<Compared> compared = Compared.of(part).filter(one -> one.left().type() == Type.DATE);
            if (compared.isPresent() && emptyWindow(compared.get(), i >= first, starts, ends, whole, study, found)) {
                return;
            }
        }
    }

    private static boolean emptyWindow(
            Compared compared,
            boolean own,
            Map<Object, Map<Object, Compared>> starts,
            Map<Object, Map<Object, Compared>> ends,
            Series whole,
            Study study,
            Consumer<Diagnostic> found) {
        for (Compared read : compared.bothWays()) {
            if (!read.isLower() && !read.isUpper()) {
                continue;
            }
            Object subject = Rows.subject(read.left());
            Map<Object, Map<Object, Compared>> others = read.isLower() ? ends : starts;
            for (Compared other : others.getOrDefault(subject, Map.of()).values()) {
                Compared start = read.isLower() ? read : other;
                Compared end = read.isLower() ? other : read;
                if (reversed(start, end)) {
                    if (own) {
                        say(other.node(), read.node(), whole, study, found);
                    }
                    return true;
                }
            }
            (read.isLower() ? starts : ends).computeIfAbsent(subject, _ -> new HashMap<>()).put(read.right(), read);
        }
        return false;
    }

    private static boolean reversed(Compared start, Compared end) {
        Moved from = Moved.of(start.right());
        Moved to = Moved.of(end.right());
        boolean open = start.operator() == Operator.GT || end.operator() == Operator.LT;
        return from.isAfter(to) || open && from.isNotBefore(to) || bornLast(start.right(), end.right()) || intervalTurned(from, to);
    }

    /** Nobody has a record that lies before birth and after a date of the study. */
    private static boolean bornLast(Series start, Series end) {
        boolean aroundBirth = Moved.of(start).base() instanceof Series base && isBirth(base);
        return isBirth(end) && !aroundBirth && !(start instanceof SelectColumn column && column.source() instanceof EventFrame);
    }

    private static boolean isBirth(Series series) {
        return series instanceof SelectColumn column && column.name().equals("date_of_birth");
    }

    private static boolean intervalTurned(Moved from, Moved to) {
        return from.base() instanceof Parameter start
                && to.base() instanceof Parameter end
                && start.name().contains("end")
                && end.name().contains("start")
                && from.least() >= to.most();
    }

    private static void say(Series one, Series other, Series whole, Study study, Consumer<Diagnostic> found) {
        Span place = study.place(other);
        boolean window = place.equals(study.place(one))
                && study.text().called(place).filter(name -> name.contains("between") || name.equals("is_during")).isPresent();
        if (window) {
            found.accept(LintCode.BETWEEN_REVERSED
                    .at(place, "this window ends before it begins, so nothing lies in it")
                    .hint("the earlier date comes first"));
            return;
        }
        Span shown = place.hasFile() ? place : study.place(whole);
        String both = one == other
                ? study.name(one, "a condition before") + " and its opposite"
                : asItStands(one, whole, study, "a condition before") + " and " + asItStands(other, whole, study, "this");
        found.accept(LintCode.CONDITION_NEVER_TRUE
                .at(shown, both + " are never true together, so nothing is chosen")
                .hint("if either is enough, join them with |"));
    }

    /** A condition's text with the {@code ~} that it has in the whole. The text of {@code x.is_not_in(…)}, which makes two conditions, has its own. */
    private static String asItStands(Series condition, Series whole, Study study, String otherwise) {
        String name = study.name(condition, otherwise);
        boolean denied = Condition.parts(whole).stream().anyMatch(part -> part.series() == condition && !part.holds());
        boolean deniesItself = study.graph().users(condition).stream()
                .anyMatch(user -> Shapes.is(user, Operator.NOT) && study.place(user).equals(study.place(condition)));
        if (denied == deniesItself || name.equals(otherwise)) {
            return name;
        }
        String text = name.substring(1, name.length() - 1);
        return text.indexOf(' ') < 0 ? "`~" + text + "`" : "`~(" + text + ")`";
    }
}
