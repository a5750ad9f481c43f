package catchment.compiler.lint;

import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Series;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a condition says of one series.
 *
 * @param subject whose values: {@link Rows#subject}
 * @param series the series
 * @param allowed which values it may have
 * @param node the condition as it was written
 */
record Fact(Object subject, Series series, Allowed allowed, Series node) {
    /** What a condition says of one series; at the least that it is true or false itself. */
    static Fact of(Condition condition) {
        return compared(condition).or(() -> in(condition)).or(() -> missing(condition)).orElseGet(() -> {
            Series series = condition.series();
            return new Fact(Rows.subject(series), series, Allowed.only(Set.of(condition.holds())), series);
        });
    }

    private static Optional<Fact> compared(Condition condition) {
        return Compared.of(condition).flatMap(compared -> {
            Compared read = compared.left() instanceof Value ? compared.mirrored() : compared;
            return read.right() instanceof Value value && !(read.left() instanceof Value)
                    ? Allowed.by(read.operator(), value.value(), value.type()).map(allowed -> fact(read.left(), allowed, condition))
                    : Optional.empty();
        });
    }

    private static Optional<Fact> in(Condition condition) {
        if (!(condition.series() instanceof In in) || !(in.set() instanceof ValueSet set) || set.values().isEmpty()) {
            return Optional.empty();
        }
        Set<Object> values = new HashSet<>(set.values());
        return Optional.of(fact(in.value(), condition.holds() ? Allowed.only(values) : Allowed.allBut(values), condition));
    }

    private static Optional<Fact> missing(Condition condition) {
        return condition.series() instanceof Function function && function.operator() == Operator.IS_NULL
                ? Optional.of(fact(
                        function.arguments().getFirst(),
                        condition.holds() ? Allowed.missingOnly() : Allowed.anything(),
                        condition))
                : Optional.empty();
    }

    private static Fact fact(Series series, Allowed allowed, Condition condition) {
        return new Fact(Rows.subject(series), series, allowed, condition.series());
    }

    /** True if no value can meet both. */
    boolean excludes(Fact other) {
        return allowed.missing() != other.allowed.missing() || !allowed.missing() && allowed.and(other.allowed).isNothing();
    }
}
