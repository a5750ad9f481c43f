package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.DictEntry;
import catchment.grammar.syntax.Expression;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates expressions. */
final class Expressions {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Session session;

    Expressions(Session session) {
        this.session = session;
    }

    /** The value of an expression; poison after a mistake, which has been reported. */
    EvaluatedValue evaluate(Expression expression) {
        session.budget().step();
        return switch (expression) {
            case Expression.Name name -> new Names(session).value(name);
            case Expression.IntLiteral number -> integer(number.value(), number.span());
            case Expression.FloatLiteral number -> new FloatValue(number.value(), number.span());
            case Expression.StringLiteral text -> new TextValue(text.value(), text.span());
            case Expression.FormatString text -> new FormatStrings(session).text(text);
            case Expression.BooleanLiteral literal -> new BooleanValue(literal.value(), literal.span());
            case Expression.NoneLiteral none -> new NoneValue(none.span());
            case Expression.ListDisplay list -> elements(list.elements())
                    .<EvaluatedValue>map(elements -> new Collection.ListValue(elements, list.span()))
                    .orElseGet(() -> new Poison(list.span()));
            case Expression.TupleDisplay tuple -> tuple(tuple);
            case Expression.SetDisplay set -> set(set);
            case Expression.DictDisplay dict -> dict(dict);
            case Expression.Comprehension comprehension -> new Comprehensions(session).evaluate(comprehension);
            case Expression.Attribute attribute -> new Attributes(session).value(evaluate(attribute.target()), attribute);
            case Expression.Subscript subscript -> new Subscripts(session).value(subscript);
            case Expression.Slice slice -> session.refuse(
                    Diagnostic.error(EvalCode.ARGUMENT_KIND, slice.span(), "a slice stands alone in its `[…]`"));
            case Expression.Call call -> session.calls().evaluate(call);
            case Expression.Unary unary -> session.operators().unary(unary, evaluate(unary.operand()));
            case Expression.Not not -> not(not);
            case Expression.Binary binary -> binary(binary, Optional.empty());
            case Expression.Comparison comparison -> comparison(comparison);
            case Expression.BooleanChain chain -> chain(chain);
            case Expression.Conditional conditional -> conditional(conditional);
            case Expression.Lambda lambda -> new Definitions(session).lambda(lambda);
            case Expression.Starred starred -> {
                evaluate(starred.operand());
                yield session.refuse(Diagnostic.error(
                        EvalCode.OPERANDS, starred.span(), "`*` spreads a list only within brackets or a call"));
            }
            case Expression.Parenthesized inner -> evaluate(inner.inner());
            case Expression.Unsupported unsupported -> new Poison(unsupported.span());
        };
    }

    private EvaluatedValue integer(BigInteger value, Span span) {
        if (value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0) {
            return session.refuse(Operators.tooLarge(span)
                    .hint("a clinical code is text: put it in quotes"));
        }
        return new IntegerValue(value.longValue(), span);
    }

    /** The values of a display's elements, with {@code *x} spread. Empty after a mistake in a spread. */
    private Optional<List<EvaluatedValue>> elements(List<Expression> expressions) {
        session.joinedTexts().elements(expressions);
        List<EvaluatedValue> values = new ArrayList<>(expressions.size());
        boolean known = true;
        for (Expression expression : expressions) {
            if (expression instanceof Expression.Starred starred) {
                Optional<List<EvaluatedValue>> spread =
                        Iteration.elements(evaluate(starred.operand()), starred.operand().span(), session);
                spread.ifPresent(values::addAll);
                known &= spread.isPresent();
            } else {
                values.add(evaluate(expression));
            }
        }
        session.budget().allocate(values.size());
        return known ? Optional.of(values) : Optional.empty();
    }

    private EvaluatedValue tuple(Expression.TupleDisplay tuple) {
        Optional<List<EvaluatedValue>> elements = elements(tuple.elements());
        if (elements.isEmpty()) {
            return new Poison(tuple.span());
        }
        if (tuple.bare() && tuple.elements().size() == 1) {
            Span after = tuple.elements().getFirst().span().after();
            Span rest = new Span(after.file(), after.start(), tuple.span().end());
            int comma = session.sourceText(rest).indexOf(',');
            Span place = comma < 0 ? rest : Accidents.comma(rest, comma, session);
            session.accident(tuple.span(), Accidents.trailingComma(place));
        }
        return new Collection.TupleValue(elements.get(), tuple.bare(), tuple.span());
    }

    private EvaluatedValue set(Expression.SetDisplay display) {
        Optional<List<EvaluatedValue>> elements = elements(display.elements());
        Collection.SetValue set = new Collection.SetValue(false, display.span());
        return elements.isPresent() && Keys.addAll(set, elements.get(), display.span(), session)
                ? set
                : new Poison(display.span());
    }

    private EvaluatedValue dict(Expression.DictDisplay display) {
        Collection.DictValue dict = new Collection.DictValue(display.span());
        boolean known = true;
        for (DictEntry entry : display.entries()) {
            switch (entry) {
                case DictEntry.Pair pair -> {
                    EvaluatedValue key = evaluate(pair.key());
                    EvaluatedValue value = evaluate(pair.value());
                    known &= Keys.put(dict, key, value, pair.key().span(), session);
                }
                case DictEntry.Spread spread -> {
                    EvaluatedValue mapping = evaluate(spread.mapping());
                    if (mapping instanceof Collection.DictValue other) {
                        dict.entries().putAll(other.entries());
                    } else {
                        known = false;
                        if (!(mapping instanceof Poison)) {
                            session.report(Diagnostic.error(
                                    EvalCode.ARGUMENT_KIND,
                                    spread.span(),
                                    "`**` spreads a dict, and this is " + mapping.kind()));
                        }
                    }
                }
            }
        }
        session.budget().allocate(dict.entries().size());
        return known ? dict : new Poison(display.span());
    }

    private EvaluatedValue not(Expression.Not not) {
        EvaluatedValue value = evaluate(not.operand());
        Optional<Boolean> truth = session.operators()
                .truth(value, new TruthUse(TruthUse.Kind.NOT, not.operand(), not, not.operatorSpan()));
        return truth.<EvaluatedValue>map(known -> new BooleanValue(!known, not.span()))
                .orElseGet(() -> new Poison(not.span()));
    }

    private EvaluatedValue binary(Expression.Binary binary, Optional<Expression> enclosing) {
        EvaluatedValue value = evaluate(binary.first());
        Expression left = binary.first();
        for (Expression.Step step : binary.steps()) {
            EvaluatedValue right = evaluate(step.operand());
            Span before = new Span(binary.span().file(), binary.first().span().start(), left.span().end());
            Operation operation =
                    new Operation(binary, before, left, step.operatorSpan(), step.operand(), enclosing);
            value = session.operators().binary(step.operator(), value, right, operation);
            left = step.operand();
        }
        return value;
    }

    /** An operand of a comparison; an operation among them is told that it is one. */
    private EvaluatedValue operand(Expression expression, Expression.Comparison comparison) {
        return expression instanceof Expression.Binary binary
                ? binary(binary, Optional.of(comparison))
                : evaluate(expression);
    }

    private EvaluatedValue comparison(Expression.Comparison comparison) {
        EvaluatedValue left = operand(comparison.first(), comparison);
        Expression leftExpression = comparison.first();
        EvaluatedValue result = new Poison(comparison.span());
        boolean decided = false;
        for (int i = 0; i < comparison.steps().size(); i++) {
            Expression.ComparisonStep step = comparison.steps().get(i);
            EvaluatedValue right = operand(step.operand(), comparison);
            if (!decided) {
                Operation operation = new Operation(
                        comparison, leftExpression.span(), leftExpression, step.operatorSpan(), step.operand());
                result = session.operators().compare(step.operator(), left, right, operation);
                if (i + 1 < comparison.steps().size()) {
                    Optional<Boolean> truth = session.operators()
                            .truth(
                                    result,
                                    new TruthUse(
                                            TruthUse.Kind.CHAINED_COMPARISON,
                                            leftExpression,
                                            comparison,
                                            comparison.steps().get(i + 1).operatorSpan()));
                    if (truth.isEmpty()) {
                        result = new Poison(comparison.span());
                    }
                    if (truth.isPresent() && !truth.get()) {
                        return result;
                    }
                    decided = truth.isEmpty();
                }
            }
            left = right;
            leftExpression = step.operand();
        }
        return result;
    }

    private EvaluatedValue chain(Expression.BooleanChain chain) {
        EvaluatedValue value = new Poison(chain.span());
        boolean mistaken = false;
        // A comparison that came to nothing was probably one of columns: what it is joined with tells.
        boolean unclear = false;
        for (int i = 0; i < chain.operands().size(); i++) {
            Expression operand = chain.operands().get(i);
            value = evaluate(operand);
            if (unclear && !(value instanceof Poison)) {
                session.operators().truth(
                        value,
                        new TruthUse(chain.and() ? TruthUse.Kind.AND : TruthUse.Kind.OR, operand, chain, chain.operatorSpans().get(i - 1)));
                unclear = false;
            }
            if (mistaken || i + 1 == chain.operands().size()) {
                continue;
            }
            TruthUse use = new TruthUse(
                    chain.and() ? TruthUse.Kind.AND : TruthUse.Kind.OR,
                    operand,
                    chain,
                    chain.operatorSpans().get(i));
            Optional<Boolean> truth = session.operators().truth(value, use);
            if (truth.isEmpty()) {
                mistaken = true;
                unclear = value instanceof Poison && isComparison(operand);
            } else if (truth.get() != chain.and()) {
                return value;
            }
        }
        return mistaken ? new Poison(chain.span()) : value;
    }

    private static boolean isComparison(Expression expression) {
        return switch (expression) {
            case Expression.Parenthesized parenthesized -> isComparison(parenthesized.inner());
            case Expression.Comparison _ -> true;
            default -> false;
        };
    }

    private EvaluatedValue conditional(Expression.Conditional conditional) {
        EvaluatedValue condition = evaluate(conditional.condition());
        Optional<Boolean> truth = session.operators()
                .truth(
                        condition,
                        new TruthUse(
                                TruthUse.Kind.CONDITIONAL_EXPRESSION,
                                conditional.condition(),
                                conditional,
                                conditional.condition().span()));
        if (truth.isEmpty()) {
            return new Poison(conditional.span());
        }
        return evaluate(truth.get() ? conditional.yes() : conditional.no());
    }

}
