package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.ComparisonOperator;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.ImportedName;
import catchment.grammar.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes the statements that stand on one line. */
final class SimpleStatements {
    private final Expressions expressions;
    private final Findings findings;
    private final Refusals refusals;
    private final Spans spans;
    private final Map<Token, List<String>> unreadable;

    SimpleStatements(
            Expressions expressions, Findings findings, Refusals refusals, Map<Token, List<String>> unreadable) {
        this.expressions = expressions;
        this.findings = findings;
        this.refusals = refusals;
        this.spans = new Spans(findings.source());
        this.unreadable = unreadable;
    }

    void read(SurfaceParser.SimpleStatementsContext line, Statements.Place place, List<Statement> into) {
        for (SurfaceParser.SimpleStatementContext statement : line.simpleStatement()) {
            into.add(read(statement.getChild(0), place));
        }
    }

    private Statement read(ParseTree tree, Statements.Place place) {
        Span span = spans.of(tree);
        return switch (tree) {
            case SurfaceParser.ExpressionStatementContext statement -> expression(statement, span);
            case SurfaceParser.ReturnStatementContext statement -> {
                Statement made = new Statement.Return(optional(statement, 1), span);
                yield placed(made, place.isFunction(), "return", "a function: it ends one, and gives its value back");
            }
            case SurfaceParser.PassStatementContext statement -> new Statement.Pass(span);
            case SurfaceParser.BreakStatementContext statement -> placed(new Statement.Break(span), place.isLoop(), "break", "a `for` loop");
            case SurfaceParser.ContinueStatementContext statement -> placed(new Statement.Continue(span), place.isLoop(), "continue", "a `for` loop");
            case SurfaceParser.RaiseStatementContext statement -> {
                if (statement.FROM() != null) {
                    expressions.read(statement.getChild(3));
                }
                yield new Statement.Raise(optional(statement, 1), span);
            }
            case SurfaceParser.AssertStatementContext statement -> new Statement.Assert(
                    expressions.read(statement.getChild(1)), optional(statement, 3), span);
            case SurfaceParser.DeleteStatementContext statement -> delete(statement, span);
            case SurfaceParser.ImportStatementContext statement -> new Statement.Import(
                    statement.moduleAlias().stream().map(this::module).toList(), span);
            case SurfaceParser.FromStatementContext statement -> from(statement, span);
            case SurfaceParser.ScopeStatementContext statement -> scope(statement, span);
            case SurfaceParser.TypeStatementContext statement -> {
                refusals.refuse(span, "`type`", "types are not written here: leave the line out");
                yield new Statement.Unsupported(List.of(Names.of(statement.NAME().getSymbol())), span);
            }
            default -> throw new IllegalStateException("no statement: " + tree.getClass().getSimpleName());
        };
    }

    private Optional<Expression> optional(ParseTree statement, int child) {
        return statement.getChildCount() > child ? Optional.of(expressions.read(statement.getChild(child))) : Optional.empty();
    }

    /** A statement that is right only in some places: elsewhere it is reported and left out. */
    private Statement placed(Statement statement, boolean fine, String word, String where) {
        if (!fine) {
            Span span = statement.span();
            findings.add(Diagnostic.error(
                            SyntaxCode.STATEMENT_MISPLACED, span, "`" + word + "` stands outside " + where)
                    .hint("indent it to where it belongs, or delete it"));
            return new Statement.Unsupported(List.of(), span);
        }
        return statement;
    }

    private Statement expression(SurfaceParser.ExpressionStatementContext statement, Span span) {
        if (statement.getStart().getType() == SurfaceLexer.UNREADABLE && unreadable.containsKey(statement.getStart())) {
            return new Statement.Unsupported(unreadable.get(statement.getStart()), span);
        }
        if (statement.getChildCount() == 1 && statement.getChild(0) instanceof SurfaceParser.NamedExpressionContext named) {
            return walrus(named, span);
        }
        Expression first = expressions.read(statement.getChild(0));
        if (statement.COLON() != null) {
            return annotated(statement, first, span);
        }
        if (statement.AUGMENTED() != null) {
            Expression value = expressions.read(statement.getChild(2));
            boolean fine = Targets.check(first, findings);
            return fine
                    ? new Statement.AugmentedAssign(
                            first, Operators.augmented(statement.AUGMENTED().getText()), value, span)
                    : new Statement.Unsupported(List.of(), span);
        }
        if (statement.ASSIGN().isEmpty()) {
            return arrow(first, span).orElseGet(() -> new Statement.ExpressionStatement(first, span));
        }
        List<Expression> targets = new ArrayList<>(List.of(first));
        for (int i = 2; i < statement.getChildCount(); i += 2) {
            targets.add(expressions.read(statement.getChild(i)));
        }
        Expression value = targets.removeLast();
        boolean fine = true;
        for (Expression target : targets) {
            fine &= Targets.check(target, findings);
        }
        return fine
                ? new Statement.Assign(targets, value, span)
                : new Statement.Unsupported(targets.stream().flatMap(target -> Targets.names(target).stream()).toList(), span);
    }

    /** {@code n <- 3}: setting, as R writes it. It reads as a comparison with a negative number, which nobody makes on a line of its own. */
    private Optional<Statement> arrow(Expression expression, Span span) {
        if (expression instanceof Expression.Comparison comparison && comparison.steps().size() == 1) {
            Expression.ComparisonStep step = comparison.steps().getFirst();
            Span sign = step.operatorSpan();
            if (step.operator() == ComparisonOperator.LESS
                    && step.operand().span().start().equals(sign.end())
                    && findings.source().text(step.operand().span()).startsWith("-")
                    && !Targets.names(comparison.first()).isEmpty()) {
                Span arrow = new Span(sign.file(), sign.start(), new Position(sign.end().line(), sign.end().column() + 1));
                findings.add(Diagnostic.error(SyntaxCode.OPERATOR_FOREIGN, arrow, "`<-` sets nothing here")
                        .hint("to set a value write `=`")
                        .fix(arrow, "="));
                return Optional.of(new Statement.Unsupported(Targets.names(comparison.first()), span));
            }
        }
        return Optional.empty();
    }

    /** {@code n := 3} on a line of its own: setting, as other languages write it. */
    private Statement walrus(SurfaceParser.NamedExpressionContext named, Span span) {
        Span sign = spans.of(named.WALRUS());
        findings.add(Diagnostic.error(SyntaxCode.OPERATOR_FOREIGN, sign, "`:=` is no way to set a value here")
                .hint("to set a value write `=`")
                .fix(sign, "="));
        Expression target = expressions.read(named.getChild(0));
        Expression value = expressions.read(named.getChild(2));
        return Targets.check(target, findings)
                ? new Statement.Assign(List.of(target), value, span)
                : new Statement.Unsupported(List.of(), span);
    }

    private Statement annotated(SurfaceParser.ExpressionStatementContext statement, Expression target, Span span) {
        Expression annotation = expressions.read(statement.getChild(2));
        Optional<Expression> value = optional(statement, 4);
        if (target instanceof Expression.TupleDisplay || target instanceof Expression.ListDisplay || !Targets.check(target, findings)) {
            if (target instanceof Expression.TupleDisplay || target instanceof Expression.ListDisplay) {
                findings.add(Diagnostic.error(SyntaxCode.ASSIGN_TARGET, target.span(), "only one name can be given a type at a time")
                        .hint("leave out the `:` and the type"));
            }
            return new Statement.Unsupported(Targets.names(target), span);
        }
        return new Statement.AnnotatedAssign(target, annotation, value, span);
    }

    private Statement delete(SurfaceParser.DeleteStatementContext statement, Span span) {
        Expression read = expressions.read(statement.getChild(1));
        Targets.check(read, findings);
        List<Expression> targets =
                read instanceof Expression.TupleDisplay tuple && tuple.bare() ? tuple.elements() : List.of(read);
        return new Statement.Delete(targets, span);
    }

    private Statement scope(SurfaceParser.ScopeStatementContext statement, Span span) {
        String word = statement.getStart().getText();
        refusals.refuse(
                span, "`" + word + "`", "pass the value as an argument and `return` the new one");
        return new Statement.Unsupported(List.of(), span);
    }

    private ImportedName module(SurfaceParser.ModuleAliasContext module) {
        return new ImportedName(
                dotted(module.dottedName()),
                spans.of(module.dottedName()),
                Optional.ofNullable(module.NAME()).map(name -> Names.of(name.getSymbol())),
                spans.of(module));
    }

    private static String dotted(SurfaceParser.DottedNameContext name) {
        StringBuilder dotted = new StringBuilder();
        for (TerminalNode part : name.NAME()) {
            dotted.append(dotted.isEmpty() ? "" : ".").append(Names.of(part.getSymbol()));
        }
        return dotted.toString();
    }

    private Statement from(SurfaceParser.FromStatementContext statement, Span span) {
        int level = statement.DOT().size() + 3 * statement.ELLIPSIS().size();
        int importAt = statement.children.indexOf(statement.IMPORT());
        Span moduleSpan = spans.of(statement.getChild(1), statement.getChild(importAt - 1));
        List<ImportedName> names = new ArrayList<>();
        if (statement.importedNames() != null) {
            for (ParseTree part : Commas.parts(statement.importedNames(), findings)) {
                names.add(imported((SurfaceParser.ImportedNameContext) part));
            }
        } else {
            statement.importedName().forEach(name -> names.add(imported(name)));
        }
        String module = statement.dottedName() == null ? "" : dotted(statement.dottedName());
        if (level == 0 && module.isEmpty()) {
            findings.add(Diagnostic.error(SyntaxCode.IMPORT_FORM, span, "`from` needs the name of a module before `import`")
                    .hint("write `from module import name`"));
        }
        return new Statement.ImportFrom(level, module, moduleSpan, names, statement.STAR() != null, span);
    }

    private ImportedName imported(SurfaceParser.ImportedNameContext name) {
        return new ImportedName(
                Names.of(name.NAME(0).getSymbol()),
                spans.of(name.NAME(0)),
                Optional.ofNullable(name.NAME(1)).map(alias -> Names.of(alias.getSymbol())),
                spans.of(name));
    }
}
