package catchment.runtime.dummy;

import catchment.compiler.model.Chains;
import catchment.compiler.model.Count;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What follows for everybody from conditions that are true: which frames have rows, which series are not missing. */
final class Facts {
    private final Set<Node> known = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Optional<Inclusion> inclusion;

    private Facts(Optional<Inclusion> inclusion) {
        this.inclusion = inclusion;
    }

    static Facts of(Collection<Series> conditions) {
        return of(conditions, Optional.empty());
    }

    /**
     * @param inclusion tells which frames have rows wherever another has
     */
    static Facts of(Collection<Series> conditions, Optional<Inclusion> inclusion) {
        Facts facts = new Facts(inclusion);
        conditions.forEach(facts::isTrue);
        return facts;
    }

    boolean isPresent(Series series) {
        return known.contains(series);
    }

    boolean hasRows(Frame frame) {
        return switch (frame) {
            case Sort sort -> hasRows(sort.source());
            case PickOneRowPerPatient pick -> known.contains(pick) || hasRows(pick.source());
            case Frame other -> known.contains(other);
        };
    }

    /** Columns of event frames that are not missing, by name: the conditions are those of one table's filters. */
    Set<String> presentColumns() {
        return known.stream()
                .filter(node -> node instanceof SelectColumn column && column.source() instanceof EventFrame)
                .map(node -> ((SelectColumn) node).name())
                .collect(Collectors.toSet());
    }

    private void isTrue(Series condition) {
        switch (condition) {
            case Exists exists -> rows(exists.source());
            case In in -> {
                if (in.set() instanceof ValueSet) {
                    present(in.value());
                }
            }
            case Function function -> isTrue(function);
            case Series other -> present(other);
        }
    }

    private void isTrue(Function function) {
        List<Series> operands = function.arguments();
        switch (function.operator()) {
            case AND -> Chains.operands(function, Operator.AND).forEach(this::isTrue);
            case OR -> either(Chains.operands(function, Operator.OR));
            case NOT -> isFalse(operands.getFirst());
            case IS_NULL -> {}
            case GT, GE -> {
                boolean positive = operands.getLast() instanceof Value value
                        && value.value() instanceof Long least
                        && (function.operator() == Operator.GT ? least >= 0 : least >= 1);
                if (positive && operands.getFirst() instanceof Count count) {
                    rows(count.source());
                }
                operands.forEach(this::present);
            }
            case Operator strict -> operands.forEach(this::present);
        }
    }

    private void either(List<Series> alternatives) {
        Set<Node> common = Collections.newSetFromMap(new IdentityHashMap<>());
        common.addAll(of(List.of(alternatives.getFirst()), inclusion).known);
        alternatives.forEach(alternative -> common.retainAll(of(List.of(alternative), inclusion).known));
        known.addAll(common);
    }

    private void isFalse(Series condition) {
        switch (condition) {
            case Function function when function.operator() == Operator.IS_NULL -> present(function.arguments().getFirst());
            case Function function when function.operator() == Operator.OR ->
                    Chains.operands(function, Operator.OR).forEach(this::isFalse);
            case Function function when function.operator() == Operator.AND -> known.add(function);
            case Function function when function.operator() == Operator.NOT -> isTrue(function.arguments().getFirst());
            case In in when in.set() instanceof ValueSet set && !set.values().isEmpty() -> present(in.value());
            case Function function -> present(function);
            case SelectColumn column -> present(column);
            case Series _ -> {}
        }
    }

    private void present(Series series) {
        if (!known.add(series)) {
            return;
        }
        switch (series) {
            case Function function -> {
                switch (function.operator()) {
                    case IS_NULL, AND, OR, MINIMUM_OF, MAXIMUM_OF -> {}
                    case Operator strict -> function.arguments().forEach(this::present);
                }
            }
            case SelectColumn column -> rows(column.source());
            case Series _ -> {}
        }
    }

    private void rows(Frame frame) {
        if (frame instanceof EventFrame events && !known.contains(events)) {
            inclusion.ifPresent(all -> all.wider(events).forEach(this::rowsThemselves));
        }
        if (frame instanceof PickOneRowPerPatient pick) {
            rows(pick.source());
        }
        rowsThemselves(frame);
    }

    private void rowsThemselves(Frame frame) {
        Frame at = frame;
        while (known.add(at)) {
            switch (at) {
                case Filter filter -> at = filter.source();
                case Sort sort -> at = sort.source();
                case PickOneRowPerPatient pick -> at = pick.source();
                case Frame table -> {
                    return;
                }
            }
        }
    }
}
