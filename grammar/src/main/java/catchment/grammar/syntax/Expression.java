package catchment.grammar.syntax;

import catchment.grammar.source.Span;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Something that has a value. */
public sealed interface Expression extends Syntax {
    /** A name. */
    record Name(String name, Span span) implements Expression {}

    /** {@code 18}, {@code 0x1F}, {@code 1_000}. */
    record IntLiteral(BigInteger value, Span span) implements Expression {}

    /** {@code 1.5}, {@code 1e3}. */
    record FloatLiteral(double value, Span span) implements Expression {}

    /**
     * One or more adjacent string literals, escapes resolved.
     *
     * @param gaps what stands between the end of one literal and the start of the next: one fewer than there are literals
     */
    record StringLiteral(String value, List<Span> gaps, Span span) implements Expression {
        public StringLiteral {
            gaps = List.copyOf(gaps);
        }
    }

    /** {@code f"…"}: literal pieces and expressions in turn. */
    record FormatString(List<FormatPart> parts, Span span) implements Expression {
        public FormatString {
            parts = List.copyOf(parts);
        }
    }

    /** {@code True}, {@code False}. */
    record BooleanLiteral(boolean value, Span span) implements Expression {}

    /** {@code None}. */
    record NoneLiteral(Span span) implements Expression {}

    /** {@code [a, *b]}; an element may be {@link Starred}. */
    record ListDisplay(List<Expression> elements, Span span) implements Expression {
        public ListDisplay {
            elements = List.copyOf(elements);
        }
    }

    /**
     * {@code (a, b)} or {@code a, b}.
     *
     * @param bare true if it stands without parentheses: a comma at the end of a line is often a slip
     */
    record TupleDisplay(List<Expression> elements, boolean bare, Span span) implements Expression {
        public TupleDisplay {
            elements = List.copyOf(elements);
        }
    }

    /** {@code {a, b}}. */
    record SetDisplay(List<Expression> elements, Span span) implements Expression {
        public SetDisplay {
            elements = List.copyOf(elements);
        }
    }

    /** {@code {a: b, **c}}. */
    record DictDisplay(List<DictEntry> entries, Span span) implements Expression {
        public DictDisplay {
            entries = List.copyOf(entries);
        }
    }

    /** Which display a comprehension makes. */
    enum ComprehensionKind {
        LIST,
        SET,
        DICT,
        GENERATOR
    }

    /**
     * {@code [element for x in y if z]}.
     *
     * @param element what is collected; the key of a dict
     * @param value the value of a dict, else empty
     */
    record Comprehension(
            ComprehensionKind kind, Expression element, Optional<Expression> value, List<Clause> clauses, Span span)
            implements Expression {
        public Comprehension {
            clauses = List.copyOf(clauses);
        }
    }

    /** {@code target.name}. */
    record Attribute(Expression target, String name, Span nameSpan, Span span) implements Expression {}

    /** {@code target[index]}; the index may be a {@link Slice}. */
    record Subscript(Expression target, Expression index, Span span) implements Expression {}

    /** {@code start:stop:step}, within a subscript. */
    record Slice(Optional<Expression> start, Optional<Expression> stop, Optional<Expression> step, Span span)
            implements Expression {}

    /**
     * {@code function(arguments)}.
     *
     * @param argumentsSpan from {@code (} to {@code )}, both included
     */
    record Call(Expression function, List<Argument> arguments, Span argumentsSpan, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code -x}, {@code +x}, {@code ~x}. */
    record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {}

    /** {@code not x}. */
    record Not(Expression operand, Span operatorSpan, Span span) implements Expression {}

    /**
     * A chain of one level: {@code a + b - c} is one node with two steps, read from the left. {@code **} always has one step.
     *
     * @param steps at least one
     */
    record Binary(Expression first, List<Step> steps, Span span) implements Expression {
        public Binary {
            steps = List.copyOf(steps);
        }
    }

    /** One operator and its right side. */
    record Step(BinaryOperator operator, Span operatorSpan, Expression operand) {}

    /**
     * {@code a < b <= c}.
     *
     * @param steps at least one; more make a chained comparison
     */
    record Comparison(Expression first, List<ComparisonStep> steps, Span span) implements Expression {
        public Comparison {
            steps = List.copyOf(steps);
        }
    }

    /** One comparison and its right side. */
    record ComparisonStep(ComparisonOperator operator, Span operatorSpan, Expression operand) {}

    /**
     * {@code a and b and c} or the same with {@code or}.
     *
     * @param operatorSpans where each {@code and} or {@code or} stands; one fewer than the operands
     */
    record BooleanChain(boolean and, List<Expression> operands, List<Span> operatorSpans, Span span)
            implements Expression {
        public BooleanChain {
            operands = List.copyOf(operands);
            operatorSpans = List.copyOf(operatorSpans);
        }
    }

    /** {@code yes if condition else no}. */
    record Conditional(Expression condition, Expression yes, Expression no, Span span) implements Expression {}

    /** {@code lambda x: body}. */
    record Lambda(List<Parameter> parameters, Expression body, Span span) implements Expression {
        public Lambda {
            parameters = List.copyOf(parameters);
        }
    }

    /** {@code *x} within a list, tuple, set or target. */
    record Starred(Expression operand, Span span) implements Expression {}

    /**
     * {@code (x)}: means the same as {@code x}, kept because parentheses decide what a mended text must look like.
     *
     * @param span with the parentheses
     */
    record Parenthesized(Expression inner, Span span) implements Expression {}

    /** An expression of Python that the language has not ({@code yield}, {@code :=}, {@code await} …), or that could not be read. The parser has said so. */
    record Unsupported(Span span) implements Expression {}
}
