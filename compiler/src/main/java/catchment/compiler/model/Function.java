package catchment.compiler.model;

import java.util.List;

/**
 * A scalar function, see {@link Operator}; its meaning is in {@code catchment.compiler.meaning}.
 *
 * @param operator which
 * @param arguments its operands
 * @param type of the result
 * @param domain of the result
 */
public record Function(Operator operator, List<Series> arguments, Type type, Domain domain) implements Series {
    public Function {
        arguments = List.copyOf(arguments);
    }

    /**
     * The function of these operands.
     *
     * @throws ModelException if their types or rows do not fit
     */
    public Function(Operator operator, List<Series> arguments) {
        this(operator, arguments, operator.typeOf(arguments), Domain.common(arguments));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
