package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes statements from their parse trees. */
final class Statements {
    private final Findings findings;
    private final Refusals refusals;
    private final Spans spans;
    private final Expressions expressions;
    private final SimpleStatements simple;
    private final Map<Token, List<String>> unreadable;

    /** @param unreadable what lines that could not be read would have bound, by the word that stands for the line */
    Statements(Findings findings, Map<Token, List<String>> unreadable) {
        this.findings = findings;
        this.refusals = new Refusals(findings);
        this.spans = new Spans(findings.source());
        this.expressions = new Expressions(findings, refusals);
        this.simple = new SimpleStatements(expressions, findings, refusals, unreadable);
        this.unreadable = unreadable;
    }

    List<Statement> read(List<SurfaceParser.StatementContext> contexts, Place place) {
        List<Statement> statements = new ArrayList<>();
        for (SurfaceParser.StatementContext context : contexts) {
            read(context.getChild(0), place, statements);
        }
        return statements;
    }

    private void read(ParseTree tree, Place place, List<Statement> into) {
        switch (tree) {
            case SurfaceParser.SimpleStatementsContext line -> simple.read(line, place, into);
            case SurfaceParser.IfStatementContext context -> into.add(ifStatement(context, place));
            case SurfaceParser.ForStatementContext context -> into.add(forStatement(context, place));
            case SurfaceParser.WithStatementContext context -> into.add(with(context, place));
            case SurfaceParser.FunctionDefinitionContext context -> into.add(function(context, List.of(), place));
            case SurfaceParser.ClassDefinitionContext context -> into.add(classDefinition(context, List.of(), place));
            case SurfaceParser.DecoratedContext context -> into.add(decorated(context, place));
            case SurfaceParser.WhileStatementContext context -> into.add(whileStatement(context, place));
            case SurfaceParser.TryStatementContext context -> into.add(tryStatement(context, place));
            case SurfaceParser.MatchStatementContext context -> into.add(match(context, place));
            case SurfaceParser.AsyncStatementContext context -> into.add(async(context, place));
            case SurfaceParser.UnreadableBlockContext context -> into.add(unreadable(context, place));
            default -> throw new IllegalStateException("no statement: " + tree.getClass().getSimpleName());
        }
    }

    private List<Statement> block(SurfaceParser.BlockContext block, Place place) {
        if (block.simpleStatements() == null) {
            return read(block.statement(), place);
        }
        List<Statement> statements = new ArrayList<>();
        simple.read(block.simpleStatements(), place, statements);
        return statements;
    }

    /** The span of a statement with blocks: up to the last of its statements. */
    private Span whole(ParserRuleContext context, List<Statement> last) {
        Span start = spans.of(context.getStart());
        return last.isEmpty() ? start : start.to(last.getLast().span());
    }

    private Statement ifStatement(SurfaceParser.IfStatementContext context, Place place) {
        List<SurfaceParser.BlockContext> blocks = context.block();
        List<Statement.Branch> branches = new ArrayList<>();
        branches.add(new Statement.Branch(
                expressions.read(context.ifHeader().getChild(1)), block(blocks.getFirst(), place)));
        for (SurfaceParser.ElifHeaderContext header : context.elifHeader()) {
            branches.add(new Statement.Branch(
                    expressions.read(header.getChild(1)), block(blocks.get(branches.size()), place)));
        }
        List<Statement> orElse = context.elseHeader() == null ? List.of() : block(blocks.getLast(), place);
        return new Statement.If(
                branches, orElse, whole(context, orElse.isEmpty() ? branches.getLast().body() : orElse));
    }

    private Statement forStatement(SurfaceParser.ForStatementContext context, Place place) {
        SurfaceParser.ForHeaderContext header = context.forHeader();
        Expression target = expressions.read(header.targets());
        Targets.check(target, findings);
        Expression iterable = expressions.read(header.getChild(3));
        List<Statement> body = block(context.block(0), place.inLoop());
        List<Statement> orElse = context.elseHeader() == null ? List.of() : block(context.block(1), place);
        return new Statement.For(
                target, iterable, body, orElse, spans.of(header.FOR()), whole(context, orElse.isEmpty() ? body : orElse));
    }

    private Statement with(SurfaceParser.WithStatementContext context, Place place) {
        List<Statement.WithItem> items = new ArrayList<>();
        for (ParseTree part : context.withHeader().children) {
            if (part instanceof SurfaceParser.WithItemContext item) {
                items.addAll(items(item));
            }
        }
        List<Statement> body = block(context.block(), place);
        return new Statement.With(items, body, whole(context, body));
    }

    private List<Statement.WithItem> items(SurfaceParser.WithItemContext item) {
        if (item.AS() == null && item.getChild(0) instanceof SurfaceParser.ParenthesizedContext several
                && several.children.stream().anyMatch(Statements::hasAs)) {
            List<Statement.WithItem> items = new ArrayList<>();
            for (ParseTree part : Commas.parts(several, findings)) {
                items.add(part instanceof SurfaceParser.ParenthesizedItemContext each && each.AS() != null
                        ? item(each.getChild(0), Optional.of(each.getChild(2)))
                        : item(part, Optional.empty()));
            }
            return items;
        }
        return List.of(item(item.getChild(0), Optional.ofNullable(item.AS() == null ? null : item.getChild(2))));
    }

    private static boolean hasAs(ParseTree part) {
        return part instanceof SurfaceParser.ParenthesizedItemContext item && item.AS() != null;
    }

    private Statement.WithItem item(ParseTree context, Optional<ParseTree> target) {
        Optional<Expression> name = target.map(expressions::read);
        name.ifPresent(expression -> Targets.check(expression, findings));
        return new Statement.WithItem(expressions.read(context), name);
    }

    private Statement.FunctionDefinition function(
            SurfaceParser.FunctionDefinitionContext context, List<Expression> decorators, Place place) {
        SurfaceParser.FunctionHeaderContext header = context.functionHeader();
        List<Statement> body = block(context.block(), place.inFunction());
        return new Statement.FunctionDefinition(
                Names.of(header.NAME().getSymbol()),
                spans.of(header.NAME()),
                expressions.signatures().function(header.parameters()),
                body,
                decorators,
                docstring(body),
                whole(context, body));
    }

    private Statement.ClassDefinition classDefinition(
            SurfaceParser.ClassDefinitionContext context, List<Expression> decorators, Place place) {
        SurfaceParser.ClassHeaderContext header = context.classHeader();
        List<Statement> body = block(context.block(), place.inClass());
        return new Statement.ClassDefinition(
                Names.of(header.NAME().getSymbol()),
                spans.of(header.NAME()),
                expressions.signatures().arguments(header.arguments()),
                body,
                decorators,
                docstring(body),
                whole(context, body));
    }

    private static Optional<String> docstring(List<Statement> body) {
        return !body.isEmpty()
                        && body.getFirst() instanceof Statement.ExpressionStatement statement
                        && statement.expression() instanceof Expression.StringLiteral text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    private Statement decorated(SurfaceParser.DecoratedContext context, Place place) {
        List<Expression> decorators = new ArrayList<>();
        for (SurfaceParser.DecoratorContext decorator : context.decorator()) {
            decorators.add(expressions.read(decorator.getChild(1)));
        }
        Statement made = switch (context.getChild(context.getChildCount() - 1)) {
            case SurfaceParser.ClassDefinitionContext definition -> classDefinition(definition, decorators, place);
            case SurfaceParser.FunctionDefinitionContext definition -> {
                Statement.FunctionDefinition function = function(definition, decorators, place);
                if (!place.isClass()) {
                    Span span = spans.of(context.decorator(0).AT()).to(decorators.getFirst().span());
                    refusals.refuse(
                            span,
                            "the decorator `" + Texts.shown(findings.source().text(span)) + "` on a function",
                            "leave it out: a function here is called as it is written");
                    yield new Statement.Unsupported(List.of(function.name()), function.span());
                }
                yield function;
            }
            case SurfaceParser.AsyncStatementContext async -> async(async, place);
            default -> throw new IllegalStateException("nothing decorated");
        };
        return made;
    }

    private Statement whileStatement(SurfaceParser.WhileStatementContext context, Place place) {
        refusals.refuse(
                spans.of(context.whileHeader().WHILE()),
                "`while`",
                "write `for item in list:` or `for i in range(10):`; a definition has to come to an end");
        expressions.read(context.whileHeader().getChild(1));
        List<Statement> body = new ArrayList<>();
        context.block().forEach(block -> body.addAll(block(block, place.inLoop())));
        return new Statement.Unsupported(Bound.names(body), whole(context, body));
    }

    private Statement tryStatement(SurfaceParser.TryStatementContext context, Place place) {
        refusals.refuse(
                spans.of(context.tryHeader().TRY()),
                "`try`",
                "write the lines without it; to choose a value that may be missing use `if`, `hasattr(…)` or `dict.get(key, default)`");
        List<Statement> body = new ArrayList<>();
        context.block().forEach(block -> body.addAll(block(block, place)));
        return new Statement.Unsupported(Bound.names(body), whole(context, body));
    }

    private Statement match(SurfaceParser.MatchStatementContext context, Place place) {
        refusals.refuse(
                spans.of(context.matchHeader().MATCH()),
                "`match`",
                "write `if … elif … else` for values that are known, or `case(when(…).then(…))` for values of each patient");
        List<Statement> body = new ArrayList<>();
        context.caseClause().forEach(clause -> body.addAll(read(clause.statement(), place)));
        return new Statement.Unsupported(Bound.names(body), whole(context, body));
    }

    private Statement async(SurfaceParser.AsyncStatementContext context, Place place) {
        refusals.async(spans.of(context.ASYNC()));
        List<Statement> body = new ArrayList<>();
        read(context.getChild(1), place, body);
        return new Statement.Unsupported(Bound.names(body), whole(context, body));
    }

    private Statement unreadable(SurfaceParser.UnreadableBlockContext context, Place place) {
        List<Statement> body = read(context.statement(), place.anywhere());
        List<String> names = new ArrayList<>(unreadable.getOrDefault(context.getStart(), List.of()));
        names.addAll(Bound.names(body));
        return new Statement.Unsupported(names, whole(context, body));
    }

    /** Where a statement stands: what may stand there. */
    record Place(boolean isFunction, boolean isLoop, boolean isClass) {
        static final Place MODULE = new Place(false, false, false);

        Place inLoop() {
            return new Place(isFunction, true, false);
        }

        Place inFunction() {
            return new Place(true, false, false);
        }

        Place inClass() {
            return new Place(false, false, true);
        }

        /** Under a head that could not be read anything may be right. */
        Place anywhere() {
            return new Place(true, true, true);
        }
    }
}
