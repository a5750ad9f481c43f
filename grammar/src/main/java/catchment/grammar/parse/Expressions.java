package catchment.grammar.parse;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.Clause;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.DictEntry;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes expressions from their parse trees. */
final class Expressions {
    private final Findings findings;
    private final Refusals refusals;
    private final Spans spans;
    private final Literals literals;
    private final Signatures signatures;

    Expressions(Findings findings, Refusals refusals) {
        this.findings = findings;
        this.refusals = refusals;
        this.spans = new Spans(findings.source());
        this.literals = new Literals(this, findings, refusals);
        this.signatures = new Signatures(this, findings);
    }

    Signatures signatures() {
        return signatures;
    }

    /** The value of any part of the grammar that has one. */
    Expression read(ParseTree tree) {
        return switch (tree) {
            case SurfaceParser.NameContext name -> name(name.NAME());
            case SurfaceParser.NumberContext number -> literals.number(number);
            case SurfaceParser.StringsContext strings -> literals.strings(strings);
            case SurfaceParser.ConstantContext constant -> constant(constant);
            case SurfaceParser.PrimaryContext primary -> primary(primary);
            case SurfaceParser.BitOrContext chain -> chain(chain);
            case SurfaceParser.BitXorContext chain -> chain(chain);
            case SurfaceParser.BitAndContext chain -> chain(chain);
            case SurfaceParser.ShiftContext chain -> chain(chain);
            case SurfaceParser.SumContext chain -> chain(chain);
            case SurfaceParser.TermContext chain -> chain(chain);
            case SurfaceParser.ComparisonContext comparison -> comparison(comparison);
            case SurfaceParser.ParenthesizedContext parenthesized -> parenthesized(parenthesized);
            case SurfaceParser.ListDisplayContext list -> list(list);
            case SurfaceParser.BracesContext braces -> braces(braces);
            case SurfaceParser.FactorContext factor -> factor(factor);
            case SurfaceParser.PowerContext power -> power(power);
            case SurfaceParser.DisjunctionContext chain -> words(chain, false);
            case SurfaceParser.ConjunctionContext chain -> words(chain, true);
            case SurfaceParser.InversionContext inversion -> inversion(inversion);
            case SurfaceParser.ExpressionContext conditional -> new Expression.Conditional(
                    read(conditional.getChild(2)),
                    read(conditional.getChild(0)),
                    read(conditional.getChild(4)),
                    spans.of(conditional));
            case SurfaceParser.LambdaContext lambda -> new Expression.Lambda(
                    signatures.lambda(lambda.lambdaParameters()),
                    read(lambda.getChild(lambda.getChildCount() - 1)),
                    spans.of(lambda));
            case SurfaceParser.StarExpressionContext star -> new Expression.Starred(read(star.getChild(1)), spans.of(star));
            case SurfaceParser.NamedExpressionContext named -> refusals.walrus(named, spans.of(named));
            case SurfaceParser.ExpressionsContext bare -> tuple(bare, spans.of(bare), true);
            case SurfaceParser.TargetsContext targets -> targets.getChildCount() == 1
                    ? read(targets.getChild(0))
                    : tuple(targets, spans.of(targets), true);
            case SurfaceParser.TargetContext target -> target.STAR() == null
                    ? read(target.getChild(0))
                    : new Expression.Starred(read(target.getChild(1)), spans.of(target));
            case SurfaceParser.YieldExpressionContext yield -> refusals.yield(spans.of(yield));
            case SurfaceParser.ParenthesizedItemContext item -> refusals.as(item, spans.of(item));
            case SurfaceParser.AtomContext atom -> read(atom.getChild(0));
            case TerminalNode node -> terminal(node);
            default -> throw new IllegalStateException("no value: " + tree.getClass().getSimpleName());
        };
    }

    private Expression terminal(TerminalNode node) {
        return node.getSymbol().getType() == SurfaceLexer.ELLIPSIS
                ? refusals.ellipsis(spans.of(node))
                : new Expression.Unsupported(spans.of(node));
    }

    Expression.Name name(TerminalNode node) {
        return new Expression.Name(Names.of(node.getSymbol()), spans.of(node));
    }

    private Expression constant(SurfaceParser.ConstantContext constant) {
        return constant.NONE() != null
                ? new Expression.NoneLiteral(spans.of(constant))
                : new Expression.BooleanLiteral(constant.TRUE() != null, spans.of(constant));
    }

    /** The parts of a list that are values; a comma too many is reported where it stands. */
    List<Expression> elements(ParserRuleContext list) {
        List<Expression> elements = new ArrayList<>();
        for (ParseTree part : Commas.parts(list, findings)) {
            elements.add(read(part));
        }
        return elements;
    }

    private Expression tuple(ParserRuleContext list, Span span, boolean bare) {
        return new Expression.TupleDisplay(elements(list), bare, span);
    }

    private Expression primary(SurfaceParser.PrimaryContext primary) {
        Expression value = read(primary.getChild(0));
        for (int i = 1; i < primary.getChildCount(); i++) {
            ParseTree part = primary.getChild(i);
            Span span = spans.of(primary.getChild(0), part);
            value = switch (part) {
                case SurfaceParser.AttributeContext attribute -> new Expression.Attribute(
                        value, Names.of(attribute.NAME().getSymbol()), spans.of(attribute.NAME()), span);
                case SurfaceParser.CallContext call -> new Expression.Call(
                        value, signatures.arguments(call.arguments()), spans.of(call), span);
                case SurfaceParser.SubscriptionContext subscription -> new Expression.Subscript(
                        value, subscripts(subscription.subscripts()), span);
                default -> throw new IllegalStateException("no part of a value");
            };
        }
        return value;
    }

    private Expression subscripts(SurfaceParser.SubscriptsContext subscripts) {
        List<Expression> indexes = new ArrayList<>();
        for (ParseTree part : Commas.parts(subscripts, findings)) {
            indexes.add(subscript((SurfaceParser.SubscriptContext) part));
        }
        return indexes.size() == 1 && subscripts.COMMA().isEmpty()
                ? indexes.getFirst()
                : new Expression.TupleDisplay(indexes, true, spans.of(subscripts));
    }

    private Expression subscript(SurfaceParser.SubscriptContext subscript) {
        if (subscript.COLON().isEmpty()) {
            return read(subscript.getChild(0));
        }
        List<Optional<Expression>> bounds = new ArrayList<>(List.of(Optional.empty()));
        for (ParseTree part : subscript.children) {
            if (part instanceof TerminalNode node && node.getSymbol().getType() == SurfaceLexer.COLON) {
                bounds.add(Optional.empty());
            } else {
                bounds.set(bounds.size() - 1, Optional.of(read(part)));
            }
        }
        return new Expression.Slice(
                bounds.get(0), bounds.get(1), bounds.size() > 2 ? bounds.get(2) : Optional.empty(), spans.of(subscript));
    }

    private Expression chain(ParserRuleContext chain) {
        List<Expression.Step> steps = new ArrayList<>();
        for (int i = 1; i + 1 < chain.getChildCount(); i += 2) {
            TerminalNode operator = (TerminalNode) chain.getChild(i);
            steps.add(new Expression.Step(
                    Operators.binary(operator.getSymbol().getType()), spans.of(operator), read(chain.getChild(i + 1))));
        }
        return new Expression.Binary(read(chain.getChild(0)), steps, spans.of(chain));
    }

    private Expression comparison(SurfaceParser.ComparisonContext comparison) {
        List<Expression.ComparisonStep> steps = new ArrayList<>();
        for (int i = 1; i + 1 < comparison.getChildCount(); i += 2) {
            SurfaceParser.ComparisonOperatorContext operator =
                    (SurfaceParser.ComparisonOperatorContext) comparison.getChild(i);
            ComparisonOperator meaning = Operators.comparison(operator);
            steps.add(new Expression.ComparisonStep(meaning, spans.of(operator), read(comparison.getChild(i + 1))));
        }
        return new Expression.Comparison(read(comparison.getChild(0)), steps, spans.of(comparison));
    }

    private Expression words(ParserRuleContext chain, boolean and) {
        List<Expression> operands = new ArrayList<>();
        List<Span> operators = new ArrayList<>();
        for (int i = 0; i < chain.getChildCount(); i++) {
            if (i % 2 == 0) {
                operands.add(read(chain.getChild(i)));
            } else {
                operators.add(spans.of(chain.getChild(i)));
            }
        }
        return new Expression.BooleanChain(and, operands, operators, spans.of(chain));
    }

    private Expression inversion(SurfaceParser.InversionContext inversion) {
        int last = inversion.getChildCount() - 1;
        Expression value = read(inversion.getChild(last));
        for (int i = last - 1; i >= 0; i--) {
            value = new Expression.Not(
                    value, spans.of(inversion.getChild(i)), spans.of(inversion.getChild(i), inversion.getChild(last)));
        }
        return value;
    }

    private Expression factor(SurfaceParser.FactorContext factor) {
        int last = factor.getChildCount() - 1;
        Expression value = read(factor.getChild(last));
        for (int i = last - 1; i >= 0; i--) {
            TerminalNode sign = (TerminalNode) factor.getChild(i);
            UnaryOperator operator = switch (sign.getSymbol().getType()) {
                case SurfaceLexer.MINUS -> UnaryOperator.NEGATE;
                case SurfaceLexer.PLUS -> UnaryOperator.PLUS;
                default -> UnaryOperator.INVERT;
            };
            value = new Expression.Unary(operator, value, spans.of(sign, factor.getChild(last)));
        }
        return value;
    }

    private Expression power(SurfaceParser.PowerContext power) {
        if (power.AWAIT() != null) {
            return refusals.await(spans.of(power));
        }
        Expression.Step step = new Expression.Step(
                BinaryOperator.POWER, spans.of(power.getChild(1)), read(power.getChild(2)));
        return new Expression.Binary(read(power.getChild(0)), List.of(step), spans.of(power));
    }

    private Expression parenthesized(SurfaceParser.ParenthesizedContext parenthesized) {
        Span span = spans.of(parenthesized);
        if (parenthesized.comprehension() != null) {
            return comprehension(
                    Expression.ComprehensionKind.GENERATOR, parenthesized.getChild(1), Optional.empty(),
                    parenthesized.comprehension(), span);
        }
        if (parenthesized.getChildCount() == 3) {
            return new Expression.Parenthesized(read(parenthesized.getChild(1)), span);
        }
        return tuple(parenthesized, span, false);
    }

    private Expression list(SurfaceParser.ListDisplayContext list) {
        return list.comprehension() != null
                ? comprehension(
                        Expression.ComprehensionKind.LIST, list.getChild(1), Optional.empty(), list.comprehension(),
                        spans.of(list))
                : new Expression.ListDisplay(elements(list), spans.of(list));
    }

    private Expression braces(SurfaceParser.BracesContext braces) {
        Span span = spans.of(braces);
        List<SurfaceParser.EntryContext> entries = braces.entry();
        if (braces.comprehension() != null) {
            SurfaceParser.EntryContext entry = entries.getFirst();
            Optional<Expression> value = entry.COLON() == null ? Optional.empty() : Optional.of(read(entry.getChild(2)));
            return comprehension(
                    value.isPresent() ? Expression.ComprehensionKind.DICT : Expression.ComprehensionKind.SET,
                    entry.getChild(0), value, braces.comprehension(), span);
        }
        Commas.parts(braces, findings);
        boolean dict = entries.isEmpty() || entries.stream().anyMatch(entry -> isPair(entry) || entry.POWER() != null);
        if (!dict) {
            return new Expression.SetDisplay(entries.stream().map(entry -> read(entry.getChild(0))).toList(), span);
        }
        List<DictEntry> pairs = new ArrayList<>();
        for (SurfaceParser.EntryContext entry : entries) {
            if (entry.POWER() != null) {
                pairs.add(new DictEntry.Spread(read(entry.getChild(1)), spans.of(entry)));
            } else if (isPair(entry)) {
                pairs.add(new DictEntry.Pair(read(entry.getChild(0)), read(entry.getChild(2)), spans.of(entry)));
            } else {
                pairs.add(refusals.keyWithoutValue(read(entry.getChild(0)), spans.of(entry)));
            }
        }
        return new Expression.DictDisplay(pairs, span);
    }

    private static boolean isPair(SurfaceParser.EntryContext entry) {
        return entry.COLON() != null;
    }

    Expression comprehension(
            Expression.ComprehensionKind kind,
            ParseTree element,
            Optional<Expression> value,
            SurfaceParser.ComprehensionContext clauses,
            Span span) {
        List<Clause> made = new ArrayList<>();
        for (SurfaceParser.ComprehensionClauseContext clause : clauses.comprehensionClause()) {
            int in = 0;
            while (!(clause.getChild(in) instanceof TerminalNode node && node.getSymbol().getType() == SurfaceLexer.IN)) {
                in++;
            }
            List<Expression> conditions = new ArrayList<>();
            for (int i = in + 3; i < clause.getChildCount(); i += 2) {
                conditions.add(read(clause.getChild(i)));
            }
            if (clause.ASYNC() != null) {
                refusals.async(spans.of(clause.ASYNC()));
            }
            Expression target = read(clause.getChild(in - 1));
            Targets.check(target, findings);
            made.add(new Clause(target, read(clause.getChild(in + 1)), conditions, spans.of(clause)));
        }
        return new Expression.Comprehension(kind, read(element), value, made, span);
    }
}
