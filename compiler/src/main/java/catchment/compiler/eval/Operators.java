package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.UnaryOperator;
import java.util.Optional;

/** Asks the operands what an operator means; between static values it means what it means in Python. */
final class Operators {
    private final Session session;

    Operators(Session session) {
        this.session = session;
    }

    EvaluatedValue binary(BinaryOperator operator, EvaluatedValue left, EvaluatedValue right, Operation syntax) {
        if (left instanceof Poison || right instanceof Poison) {
            return new Poison(syntax.span());
        }
        if (left instanceof Behaviour behaviour) {
            Optional<EvaluatedValue> answer = behaviour.binary(operator, right, false, syntax, session);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        if (right instanceof Behaviour behaviour) {
            Optional<EvaluatedValue> answer = behaviour.binary(operator, left, true, syntax, session);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return new StaticOperators(session)
                .binary(operator, left, right, syntax.span())
                .orElseGet(() -> session.refuse(new OperandMistakes(session).binary(operator.symbol(), left, right, syntax)));
    }

    EvaluatedValue compare(ComparisonOperator operator, EvaluatedValue left, EvaluatedValue right, Operation syntax) {
        if (left instanceof Poison || right instanceof Poison) {
            return new Poison(syntax.span());
        }
        session.budget().scan(Math.min(scanned(left), scanned(right)));
        return switch (operator) {
            case IS, IS_NOT -> withNone(operator, left, right, syntax)
                    .orElseGet(() -> new BooleanValue(
                            StaticEquality.same(left, right, session) == (operator == ComparisonOperator.IS), syntax.span()));
            case IN, NOT_IN -> ask(operator, right, left, true, syntax)
                    .or(() -> ask(operator, left, right, false, syntax))
                    .or(() -> membership(operator, left, right, syntax))
                    .orElseGet(() -> session.refuse(
                            new OperandMistakes(session).binary(operator.symbol(), left, right, syntax)));
            case EQUAL, NOT_EQUAL -> ask(operator, left, right, false, syntax)
                    .or(() -> ask(operator, right, left, true, syntax))
                    .orElseGet(() -> new BooleanValue(
                            StaticEquality.equal(left, right, session) == (operator == ComparisonOperator.EQUAL), syntax.span()));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> ask(operator, left, right, false, syntax)
                    .or(() -> ask(operator, right, left, true, syntax))
                    .or(() -> StaticOrder.holds(operator, left, right, session)
                            .map(holds -> new BooleanValue(holds, syntax.span())))
                    .orElseGet(() -> session.refuse(
                            new OperandMistakes(session).binary(operator.symbol(), left, right, syntax)));
        };
    }

    /**
     * {@code patients.date_of_death is None}: the same answer for every patient, which nobody means. What has a name, or was looked up or made by a function of
     * the study, may hold None, as an argument that was not given does, and is asked like any value.
     */
    private Optional<EvaluatedValue> withNone(
            ComparisonOperator operator, EvaluatedValue left, EvaluatedValue right, Operation syntax) {
        return right instanceof NoneValue && isMember(syntax.leftExpression())
                ? ask(operator, left, right, false, syntax)
                : Optional.empty();
    }

    private static boolean isMember(Expression expression) {
        return switch (expression) {
            case Expression.Parenthesized parenthesized -> isMember(parenthesized.inner());
            case Expression.Attribute _ -> true;
            case Expression.Call call -> call.function() instanceof Expression.Attribute;
            default -> false;
        };
    }

    private Optional<EvaluatedValue> ask(
            ComparisonOperator operator, EvaluatedValue asked, EvaluatedValue other, boolean reflected, Operation syntax) {
        return asked instanceof Behaviour behaviour
                ? behaviour.compare(operator, other, reflected, syntax, session)
                : Optional.empty();
    }

    private Optional<EvaluatedValue> membership(
            ComparisonOperator operator, EvaluatedValue element, EvaluatedValue container, Operation syntax) {
        session.budget().scan(scanned(container));
        Optional<Boolean> found =
                switch (container) {
                    case TextValue text when element instanceof TextValue part -> Optional.of(text.value().contains(part.value()));
                    case Collection.DictValue dict -> Keys.find(element, session).map(dict.entries()::containsKey);
                    case Collection.SetValue set -> Keys.find(element, session).map(set.elements()::containsKey);
                    case Collection.ListValue list -> Optional.of(StaticEquality.contains(list.elements(), element, session));
                    case Collection.TupleValue tuple -> Optional.of(StaticEquality.contains(tuple.elements(), element, session));
                    case IteratorValue iterator -> taken(iterator.remaining(), element);
                    case Behaviour other -> other.iterate(syntax.right().span(), session)
                            .map(elements -> StaticEquality.contains(elements, element, session));
                    case TextValue _, NoneValue _, BooleanValue _, IntegerValue _, FloatValue _, DateValue _, Poison _ ->
                        Optional.empty();
                };
        return found.map(is -> new BooleanValue(is == (operator == ComparisonOperator.IN), syntax.span()));
    }

    /** Whether it comes up; what comes before it is taken out, as it is. */
    private Optional<Boolean> taken(Walk walk, EvaluatedValue element) {
        Optional<EvaluatedValue> next = walk.next();
        while (next.isPresent() && !StaticEquality.equal(next.get(), element, session)) {
            next = walk.next();
        }
        return walk.failed() ? Optional.empty() : Optional.of(next.isPresent());
    }

    /** How much is gone through to see whether something is in it. */
    private static long scanned(EvaluatedValue container) {
        return switch (container) {
            case TextValue text -> text.value().length();
            case Collection.ListValue list -> list.elements().size();
            case Collection.TupleValue tuple -> tuple.elements().size();
            case Collection.DictValue _, Collection.SetValue _, NoneValue _, BooleanValue _, IntegerValue _, FloatValue _, DateValue _, Poison _,
                    Behaviour _ -> 0;
        };
    }

    EvaluatedValue unary(Expression.Unary syntax, EvaluatedValue operand) {
        if (operand instanceof Poison) {
            return new Poison(syntax.span());
        }
        if (operand instanceof Behaviour behaviour) {
            Optional<EvaluatedValue> answer = behaviour.unary(syntax.operator(), syntax, session);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        Optional<EvaluatedValue> number = number(operand).flatMap(value -> unaryOfNumber(syntax, value));
        return number.orElseGet(() -> session.refuse(session.accident(operand)
                .orElseGet(() -> Diagnostic.error(
                        EvalCode.OPERANDS,
                        syntax.span(),
                        "`" + syntax.operator().symbol() + "` does not work on " + operand.kind()))));
    }

    private Optional<EvaluatedValue> unaryOfNumber(Expression.Unary syntax, EvaluatedValue number) {
        UnaryOperator operator = syntax.operator();
        return switch (number) {
            case IntegerValue whole -> Optional.of(
                    switch (operator) {
                        case NEGATE -> whole.value() == Long.MIN_VALUE
                                ? session.refuse(tooLarge(syntax.span()))
                                : new IntegerValue(-whole.value(), syntax.span());
                        case PLUS -> new IntegerValue(whole.value(), syntax.span());
                        case INVERT -> new IntegerValue(~whole.value(), syntax.span());
                    });
            case FloatValue decimal -> switch (operator) {
                case NEGATE -> Optional.of(new FloatValue(-decimal.value(), syntax.span()));
                case PLUS -> Optional.of(decimal);
                case INVERT -> Optional.empty();
            };
            default -> Optional.empty();
        };
    }

    /** A number as it is, a truth value as 1 or 0. Empty for all else. */
    static Optional<EvaluatedValue> number(EvaluatedValue value) {
        return switch (value) {
            case IntegerValue _, FloatValue _ -> Optional.of(value);
            case BooleanValue truth -> Optional.of(new IntegerValue(truth.value() ? 1 : 0, truth.origin()));
            default -> Optional.empty();
        };
    }

    /** What is said about a whole number beyond 64 bits. */
    static Diagnostic tooLarge(Span span) {
        return Diagnostic.error(EvalCode.NUMBER_TOO_LARGE, span, "this whole number does not fit into 64 bits");
    }

    /** Whether a value counts as true. Empty for poison, and after a report where the value has no answer. */
    Optional<Boolean> truth(EvaluatedValue value, TruthUse use) {
        return switch (value) {
            case Poison _ -> Optional.empty();
            case NoneValue _ -> Optional.of(false);
            case BooleanValue truth -> Optional.of(truth.value());
            case IntegerValue number -> Optional.of(number.value() != 0);
            case FloatValue number -> Optional.of(number.value() != 0);
            case TextValue text -> Optional.of(!text.value().isEmpty());
            case DateValue _ -> Optional.of(true);
            case Collection.ListValue list -> Optional.of(!list.elements().isEmpty());
            case Collection.TupleValue tuple -> Optional.of(!tuple.elements().isEmpty());
            case Collection.DictValue dict -> Optional.of(!dict.entries().isEmpty());
            case Collection.SetValue set -> Optional.of(!set.elements().isEmpty());
            case Behaviour behaviour -> behaviour.truth(use, session);
        };
    }
}
