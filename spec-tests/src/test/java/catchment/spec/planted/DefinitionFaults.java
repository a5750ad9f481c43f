package catchment.spec.planted;

import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.PickOneRowPerPatient.Position;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import catchment.spec.planted.Fault.OfDefinition;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** What could be misunderstood of a definition before it is planned. */
final class DefinitionFaults {
    static final List<Fault> ALL = List.of(
            new OfDefinition("a pick is of the first row whatever was asked", "frames/sort_and_pick", node -> node instanceof PickOneRowPerPatient pick
                    && pick.position() == Position.LAST ? new PickOneRowPerPatient(pick.source(), Position.FIRST) : node),
            new OfDefinition("of two sorts the inner one decides", "frames/sort_and_pick", node -> node instanceof Sort outer && outer.source() instanceof Sort inner
                    ? new Sort(new Sort(inner.source(), outer.key()), inner.key()) : node),
            new OfDefinition("a sort below another is lost", "frames/sort_and_pick", node -> node instanceof Sort outer && outer.source() instanceof Sort inner
                    ? new Sort(inner.source(), outer.key()) : node),
            new OfDefinition("exists counts more than one row", "frames", node -> node instanceof Exists exists
                    ? new Function(Operator.GT, List.of(new Count(exists.source()), whole(1))) : node),
            new OfDefinition("count is exists", "frames", node -> node instanceof Count count
                    ? new Function(Operator.CAST_TO_INT, List.of(new Exists(count.source()))) : node),
            new OfDefinition("an episode goes on a day too long", "dates/episodes", node -> node instanceof CountEpisodes episodes
                    ? new CountEpisodes(episodes.source(), episodes.maximumGapDays() + 1) : node),
            new OfDefinition("an episode ends a day too early", "dates/episodes", node -> node instanceof CountEpisodes episodes && episodes.maximumGapDays() > 0
                    ? new CountEpisodes(episodes.source(), episodes.maximumGapDays() - 1) : node),
            new OfDefinition("a condition that is null keeps the row", "frames/where", node -> node instanceof Filter filter
                    ? new Filter(filter.source(), or(filter.condition(), new Function(Operator.IS_NULL, List.of(filter.condition())))) : node),
            new OfDefinition("of branches that hold the last is taken", "cases/case", node -> node instanceof Case branches && branches.branches().size() > 1
                    ? new Case(branches.branches().reversed(), branches.otherwise()) : node),
            new OfDefinition("null is not in a list, so that is false", "series/membership", node -> node instanceof In in && in.set() instanceof ValueSet
                    ? known(in) : node),
            new OfDefinition("null is not among the patient's values, so that is false", "series/membership", node -> node instanceof In in
                    && in.set() instanceof CombineAsSet ? known(in) : node),
            new OfDefinition("a list has lost its last value", "series/membership", node -> node instanceof ValueSet set && set.values().size() > 1
                    ? new ValueSet(withoutLast(set.values()), set.type()) : node),
            new OfDefinition("a null in a comparison is false", "series/nulls", node -> node instanceof Function function
                    && List.of(Operator.EQ, Operator.LT, Operator.GT).contains(function.operator()) ? known(function) : node),
            new OfDefinition("not of null is true", "booleans/logic", node -> node instanceof Function function && function.operator() == Operator.NOT
                    ? new Function(Operator.NOT, List.of(known(function.arguments().getFirst()))) : node),
            new OfDefinition("null or true is null", "booleans/logic", node -> node instanceof Function function && function.operator() == Operator.OR
                    ? strict(function) : node),
            new OfDefinition("null and false is null", "booleans/logic", node -> node instanceof Function function && function.operator() == Operator.AND
                    ? strict(function) : node),
            new OfDefinition("minimum_of is maximum_of", "series/extremes", operator(Operator.MINIMUM_OF, Operator.MAXIMUM_OF)),
            new OfDefinition("months are thirty days", "dates/adding", node -> node instanceof Function function
                    && function.operator() == Operator.DATE_ADD_MONTHS ? new Function(Operator.DATE_ADD_DAYS, List.of(
                            function.arguments().get(0), new Function(Operator.MULTIPLY, List.of(function.arguments().get(1), whole(30))))) : node),
            new OfDefinition("a difference of dates is taken the other way round", "dates/differences", node -> node instanceof Function function
                    && function.operator() == Operator.DATE_DIFFERENCE_IN_MONTHS ? new Function(function.operator(), function.arguments().reversed()) : node),
            new OfDefinition("the sum is the greatest", "frames/aggregate", node -> node instanceof Aggregate aggregate
                    && aggregate.kind() == Aggregate.Kind.SUM ? new Aggregate(Aggregate.Kind.MAX, aggregate.source()) : node),
            new OfDefinition("a date written out is a day later", "dates/comparing", node -> node instanceof Value value && value.value() instanceof LocalDate day
                    && day.isBefore(LocalDate.of(9999, 12, 31)) ? new Value(day.plusDays(1), Type.DATE) : node),
            new OfDefinition("an event table has a row for each row before it was filtered", "population/event_tables", node -> node instanceof Filter filter
                    && filter.condition().domain().rows().isPresent() ? new Filter(filter.source(), new Value(true, Type.BOOL)) : node));

    private DefinitionFaults() {}

    private static java.util.function.UnaryOperator<Node> operator(Operator right, Operator wrong) {
        return node -> node instanceof Function function && function.operator() == right ? new Function(wrong, function.arguments()) : node;
    }

    private static Value whole(long number) {
        return new Value(number, Type.INT);
    }

    private static Series or(Series one, Series other) {
        return new Function(Operator.OR, List.of(one, other));
    }

    private static Series known(Series condition) {
        return new Case(List.of(new Case.Branch(condition, Optional.of(new Value(true, Type.BOOL)))), Optional.of(new Value(false, Type.BOOL)));
    }

    /** Null if any operand is. */
    private static Series strict(Function function) {
        Series missing = or(new Function(Operator.IS_NULL, List.of(function.arguments().get(0))), new Function(Operator.IS_NULL, List.of(function.arguments().get(1))));
        return new Case(List.of(new Case.Branch(missing, Optional.empty())), Optional.of(function));
    }

    private static SequencedSet<Object> withoutLast(SequencedSet<Object> values) {
        SequencedSet<Object> left = new LinkedHashSet<>(values);
        left.removeLast();
        return left;
    }
}
