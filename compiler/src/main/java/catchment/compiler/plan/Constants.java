package catchment.compiler.plan;

import catchment.compiler.meaning.Comparison;
import catchment.compiler.meaning.ScalarMeaning;
import catchment.compiler.model.Case;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Series of literals alone, worked out once and by the one meaning that every operation has. */
final class Constants {
    /**
     * What such a series comes to.
     *
     * @param value empty for null
     */
    record Constant(Optional<Object> value) {}

    private final Map<Node, Constant> known = new IdentityHashMap<>();

    private Constants() {}

    /**
     * @param nodes all nodes, parts first
     */
    Constants(List<Node> nodes, Levels levels) {
        for (Node node : nodes) {
            if (node instanceof Series series && levels.isConstant(node)) {
                known.put(node, new Constant(Optional.ofNullable(value(series))));
            }
        }
    }

    /** What the node comes to, if it is of literals alone. */
    Optional<Constant> of(Node node) {
        return Optional.ofNullable(known.get(node));
    }

    /** These, and the values of parameters besides. */
    Constants with(Map<Parameter, Optional<Object>> parameters) {
        Constants more = new Constants();
        more.known.putAll(known);
        parameters.forEach((parameter, value) -> more.known.put(parameter, new Constant(value)));
        return more;
    }

    /** Works out a series whose parts are all known. */
    Optional<Object> add(Series series) {
        return known.computeIfAbsent(series, _ -> new Constant(Optional.ofNullable(value(series)))).value();
    }

    private Object value(Series series) {
        return switch (series) {
            case Value value -> value.value();
            case Function function -> {
                List<Object> operands = new ArrayList<>();
                function.arguments().forEach(operand -> operands.add(now(operand)));
                yield ScalarMeaning.apply(function.operator(), operands);
            }
            case In in when in.set() instanceof ValueSet set -> {
                Set<Object> members = new LinkedHashSet<>();
                set.values().forEach(member -> members.add(Comparison.key(member)));
                yield Comparison.isIn(now(in.value()), members);
            }
            case Case cases -> {
                for (Case.Branch branch : cases.branches()) {
                    if (Boolean.TRUE.equals(now(branch.condition()))) {
                        yield branch.value().map(this::now).orElse(null);
                    }
                }
                yield cases.otherwise().map(this::now).orElse(null);
            }
            default -> throw new IllegalStateException("not of literals alone: " + series.getClass());
        };
    }

    private Object now(Series series) {
        return known.get(series).value().orElse(null);
    }
}
