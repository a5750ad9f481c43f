package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Argument;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes the arguments of calls and the parameters of functions, and refuses those that cannot go together. */
final class Signatures {
    private final Expressions expressions;
    private final Findings findings;
    private final Spans spans;
    /** Arguments that a mistake was made of: where they stand is no other mistake. */
    private final Set<Argument> guessed = Collections.newSetFromMap(new IdentityHashMap<>());

    Signatures(Expressions expressions, Findings findings) {
        this.expressions = expressions;
        this.findings = findings;
        this.spans = new Spans(findings.source());
    }

    /** @param list none where there is nothing between the parentheses */
    List<Argument> arguments(SurfaceParser.ArgumentsContext list) {
        if (list == null) {
            return List.of();
        }
        List<Argument> arguments = new ArrayList<>();
        for (ParseTree part : Commas.parts(list, findings)) {
            arguments.add(argument((SurfaceParser.ArgumentContext) part));
        }
        check(arguments);
        return arguments;
    }

    private Argument argument(SurfaceParser.ArgumentContext argument) {
        Span span = spans.of(argument);
        if (argument.STAR() != null) {
            return new Argument.Spread(expressions.read(argument.getChild(1)), span);
        }
        if (argument.POWER() != null) {
            return new Argument.KeywordSpread(expressions.read(argument.getChild(1)), span);
        }
        if (argument.comprehension() != null) {
            return new Argument.Positional(
                    expressions.comprehension(
                            Expression.ComprehensionKind.GENERATOR, argument.getChild(0), Optional.empty(),
                            argument.comprehension(), span),
                    span);
        }
        Expression first = expressions.read(argument.getChild(0));
        if (argument.ASSIGN() == null) {
            return new Argument.Positional(first, span);
        }
        Expression value = expressions.read(argument.getChild(2));
        if (first instanceof Expression.Name name) {
            return new Argument.Keyword(name.name(), name.span(), value, span);
        }
        Span sign = spans.of(argument.ASSIGN());
        if (isBrokenName(first)) {
            NameCharacters.say(findings, first.span());
            return new Argument.Positional(new Expression.Unsupported(span), span);
        }
        findings.add(assignInCall(first, value, sign));
        if (first instanceof Expression.StringLiteral) {
            return new Argument.Positional(new Expression.Unsupported(span), span);
        }
        Argument compared = new Argument.Positional(compared(first, sign, value), span);
        guessed.add(compared);
        return compared;
    }

    /** {@code a.b = c and d} as {@code (a.b == c) and d}: what is wrong with the parts is told all the same. */
    private static Expression compared(Expression left, Span sign, Expression right) {
        Span whole = left.span().to(right.span());
        if (right instanceof Expression.BooleanChain chain) {
            List<Expression> operands = new ArrayList<>(chain.operands());
            operands.set(0, compared(left, sign, operands.getFirst()));
            return new Expression.BooleanChain(chain.and(), operands, chain.operatorSpans(), whole);
        }
        return new Expression.Comparison(left, List.of(new Expression.ComparisonStep(ComparisonOperator.EQUAL, sign, right)), whole);
    }

    /** {@code f(age-group=1)}, written without spaces. */
    private boolean isBrokenName(Expression first) {
        return first instanceof Expression.Binary binary
                && binary.first() instanceof Expression.Name
                && binary.steps().stream().allMatch(step -> step.operand() instanceof Expression.Name || step.operand() instanceof Expression.IntLiteral)
                && findings.source().text(first.span()).chars().noneMatch(Character::isWhitespace);
    }

    private Diagnostic assignInCall(Expression first, Expression value, Span sign) {
        String left = Texts.shown(findings.source().text(first.span()));
        String right = Texts.shown(findings.source().text(value.span()));
        if (first instanceof Expression.StringLiteral literal) {
            return Diagnostic.error(
                            SyntaxCode.ASSIGN_IN_EXPRESSION, sign, "`=` passes an argument by its name, and " + left + " is a text")
                    .hint("write the name without quotes: `" + literal.value() + "=" + right + "`; in a dict write `:`, to compare `==`")
                    .fix(first.span(), literal.value());
        }
        return Diagnostic.error(SyntaxCode.ASSIGN_IN_EXPRESSION, sign, "`=` sets a value; to compare use `==`")
                .hint("inside a call, `name=value` passes an argument, and `" + left + "` is not an argument's name; `"
                        + left + " == " + right + "` compares")
                .fix(sign, "==");
    }

    private void check(List<Argument> arguments) {
        Set<String> names = new HashSet<>();
        boolean named = false;
        for (Argument argument : arguments) {
            switch (argument) {
                case Argument.Keyword keyword -> {
                    named = true;
                    if (!names.add(keyword.name())) {
                        findings.add(Diagnostic.error(
                                        SyntaxCode.ARGUMENT_REPEATED,
                                        keyword.nameSpan(),
                                        "the argument `" + keyword.name() + "` is given twice in this call")
                                .hint("keep one of the two"));
                    }
                }
                case Argument.KeywordSpread spread -> named = true;
                case Argument.Positional positional -> {
                    if (named && !(positional.value() instanceof Expression.Unsupported) && !guessed.contains(positional)) {
                        findings.add(Diagnostic.error(
                                        SyntaxCode.ARGUMENT_ORDER,
                                        positional.span(),
                                        "an argument without a name stands after one with a name")
                                .hint("move it before the named ones, or give its name as well: `name="
                                        + Texts.shown(findings.source().text(positional.span())) + "`"));
                    }
                }
                case Argument.Spread spread -> {}
            }
        }
    }

    List<Parameter> function(SurfaceParser.ParametersContext list) {
        if (list == null) {
            return List.of();
        }
        Kinds kinds = new Kinds();
        for (ParseTree part : Commas.parts(list, findings)) {
            SurfaceParser.ParameterContext parameter = (SurfaceParser.ParameterContext) part;
            kinds.add(parameter, Optional.ofNullable(parameter.NAME()), parameter.ASSIGN() != null);
        }
        return kinds.parameters();
    }

    List<Parameter> lambda(SurfaceParser.LambdaParametersContext list) {
        if (list == null) {
            return List.of();
        }
        Kinds kinds = new Kinds();
        for (ParseTree part : Commas.parts(list, findings)) {
            SurfaceParser.LambdaParameterContext parameter = (SurfaceParser.LambdaParameterContext) part;
            kinds.add(parameter, Optional.ofNullable(parameter.NAME()), parameter.ASSIGN() != null);
        }
        return kinds.parameters();
    }

    /** Parameters in order: {@code /} and {@code *} change what those before or after them are. */
    private final class Kinds {
        private final List<Parameter> parameters = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private Parameter.Kind kind = Parameter.Kind.POSITIONAL_OR_KEYWORD;
        private boolean defaults;

        void add(ParserRuleContext context, Optional<TerminalNode> name, boolean hasDefault) {
            int sign = context.getStart().getType();
            if (sign == SurfaceLexer.SLASH) {
                parameters.replaceAll(each -> new Parameter(
                        each.name(), each.nameSpan(), Parameter.Kind.POSITIONAL_ONLY, each.defaultValue(), each.span()));
            } else if (name.isEmpty()) {
                kind = Parameter.Kind.KEYWORD_ONLY;
            } else {
                add(context, name.get(), sign, hasDefault);
            }
        }

        private void add(ParserRuleContext context, TerminalNode node, int sign, boolean hasDefault) {
            String name = Names.of(node.getSymbol());
            Span span = spans.of(context);
            if (!names.add(name)) {
                findings.add(Diagnostic.error(
                                SyntaxCode.ARGUMENT_REPEATED, spans.of(node), "the parameter `" + name + "` is named twice")
                        .hint("give the second one another name"));
            }
            Parameter.Kind own = sign == SurfaceLexer.STAR
                    ? Parameter.Kind.REST
                    : sign == SurfaceLexer.POWER ? Parameter.Kind.KEYWORD_REST : kind;
            if (own == Parameter.Kind.POSITIONAL_OR_KEYWORD && defaults && !hasDefault) {
                findings.add(Diagnostic.error(
                                SyntaxCode.ARGUMENT_ORDER,
                                span,
                                "the parameter `" + name + "` has no default, and one before it has")
                        .hint("move it before those with a default, or write `" + name + "=…`"));
            }
            defaults |= hasDefault;
            Optional<Expression> value = hasDefault
                    ? Optional.of(expressions.read(context.getChild(context.getChildCount() - 1)))
                    : Optional.empty();
            parameters.add(new Parameter(name, spans.of(node), own, value, span));
            if (own == Parameter.Kind.REST) {
                kind = Parameter.Kind.KEYWORD_ONLY;
            }
        }

        List<Parameter> parameters() {
            return parameters;
        }
    }
}
