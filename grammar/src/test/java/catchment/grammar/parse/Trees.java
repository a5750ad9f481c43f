package catchment.grammar.parse;

import catchment.grammar.syntax.Argument;
import catchment.grammar.syntax.Clause;
import catchment.grammar.syntax.DictEntry;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.FormatPart;
import catchment.grammar.syntax.ImportedName;
import catchment.grammar.syntax.Module;
import catchment.grammar.syntax.Parameter;
import catchment.grammar.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints a tree so that it can be compared: every operator with its operands in parentheses, every block indented. */
final class Trees {
    private Trees() {}

    static String print(Module module) {
        return block(module.statements(), "");
    }

    private static String block(List<Statement> statements, String indent) {
        return statements.stream().map(statement -> indent + statement(statement, indent) + "\n").collect(Collectors.joining());
    }

    private static String statement(Statement statement, String indent) {
        String inner = indent + "    ";
        return switch (statement) {
            case Statement.ExpressionStatement s -> print(s.expression());
            case Statement.Assign s -> list(s.targets(), " = ") + " = " + print(s.value());
            case Statement.AnnotatedAssign s -> print(s.target()) + ": " + print(s.annotation()) + s.value().map(v -> " = " + print(v)).orElse("");
            case Statement.AugmentedAssign s -> print(s.target()) + " " + s.operator().symbol() + "= " + print(s.value());
            case Statement.Delete s -> "del " + list(s.targets(), ", ");
            case Statement.Return s -> "return" + after(s.value());
            case Statement.Raise s -> "raise" + after(s.error());
            case Statement.Assert s -> "assert " + print(s.condition()) + s.message().map(m -> ", " + print(m)).orElse("");
            case Statement.Pass s -> "pass";
            case Statement.Break s -> "break";
            case Statement.Continue s -> "continue";
            case Statement.Import s -> "import " + names(s.modules());
            case Statement.ImportFrom s -> "from " + ".".repeat(s.level()) + s.module() + " import " + (s.star() ? "*" : names(s.names()));
            case Statement.If s -> s.branches().stream()
                            .map(branch -> "if " + print(branch.condition()) + "\n" + block(branch.body(), inner))
                            .collect(Collectors.joining(indent + "or "))
                    + (s.orElse().isEmpty() ? "" : indent + "else\n" + block(s.orElse(), inner)).stripTrailing();
            case Statement.For s -> "for " + print(s.target()) + " in " + print(s.iterable()) + "\n" + block(s.body(), inner)
                    + (s.orElse().isEmpty() ? "" : indent + "else\n" + block(s.orElse(), inner));
            case Statement.With s -> "with "
                    + s.items().stream().map(item -> print(item.context()) + item.target().map(t -> " as " + print(t)).orElse("")).collect(Collectors.joining(", "))
                    + "\n" + block(s.body(), inner);
            case Statement.FunctionDefinition s -> decorators(s.decorators()) + "def " + s.name() + parameters(s.parameters()) + "\n" + block(s.body(), inner);
            case Statement.ClassDefinition s -> decorators(s.decorators()) + "class " + s.name() + arguments(s.bases()) + "\n" + block(s.body(), inner);
            case Statement.Unsupported s -> "unsupported " + s.names();
        };
    }

    private static String decorators(List<Expression> decorators) {
        return decorators.stream().map(decorator -> "@" + print(decorator) + " ").collect(Collectors.joining());
    }

    private static String after(Optional<Expression> value) {
        return value.map(v -> " " + print(v)).orElse("");
    }

    private static String names(List<ImportedName> names) {
        return names.stream().map(name -> name.name() + name.alias().map(alias -> " as " + alias).orElse("")).collect(Collectors.joining(", "));
    }

    private static String list(List<? extends Expression> expressions, String between) {
        return expressions.stream().map(Trees::print).collect(Collectors.joining(between));
    }

    private static String parameters(List<Parameter> parameters) {
        return parameters.stream()
                .map(p -> switch (p.kind()) {
                            case POSITIONAL_ONLY -> "/";
                            case POSITIONAL_OR_KEYWORD -> "";
                            case REST -> "*";
                            case KEYWORD_ONLY -> "=";
                            case KEYWORD_REST -> "**";
                        } + p.name() + p.defaultValue().map(v -> ":" + print(v)).orElse(""))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String arguments(List<Argument> arguments) {
        return arguments.stream()
                .map(argument -> switch (argument) {
                    case Argument.Positional a -> print(a.value());
                    case Argument.Keyword a -> a.name() + "=" + print(a.value());
                    case Argument.Spread a -> "*" + print(a.value());
                    case Argument.KeywordSpread a -> "**" + print(a.value());
                })
                .collect(Collectors.joining(", ", "(", ")"));
    }

    static String print(Expression expression) {
        return switch (expression) {
            case Expression.Name e -> e.name();
            case Expression.IntLiteral e -> e.value().toString();
            case Expression.FloatLiteral e -> String.valueOf(e.value());
            case Expression.StringLiteral e -> "'" + e.value().replace("\n", "\\n") + "'";
            case Expression.FormatString e -> "f'" + parts(e.parts()) + "'";
            case Expression.BooleanLiteral e -> e.value() ? "True" : "False";
            case Expression.NoneLiteral e -> "None";
            case Expression.ListDisplay e -> "[" + list(e.elements(), ", ") + "]";
            case Expression.TupleDisplay e -> (e.bare() ? "bare(" : "tuple(") + list(e.elements(), ", ") + ")";
            case Expression.SetDisplay e -> "{" + list(e.elements(), ", ") + "}";
            case Expression.DictDisplay e -> e.entries().stream()
                    .map(entry -> switch (entry) {
                        case DictEntry.Pair p -> print(p.key()) + ": " + print(p.value());
                        case DictEntry.Spread s -> "**" + print(s.mapping());
                    })
                    .collect(Collectors.joining(", ", "{", "}"));
            case Expression.Comprehension e -> e.kind().name().toLowerCase(java.util.Locale.ROOT) + "("
                    + print(e.element()) + e.value().map(v -> ": " + print(v)).orElse("")
                    + e.clauses().stream().map(Trees::clause).collect(Collectors.joining()) + ")";
            case Expression.Attribute e -> print(e.target()) + "." + e.name();
            case Expression.Subscript e -> print(e.target()) + "[" + print(e.index()) + "]";
            case Expression.Slice e -> e.start().map(Trees::print).orElse("") + ":" + e.stop().map(Trees::print).orElse("") + ":" + e.step().map(Trees::print).orElse("");
            case Expression.Call e -> print(e.function()) + arguments(e.arguments());
            case Expression.Unary e -> e.operator().symbol() + print(e.operand());
            case Expression.Not e -> "not " + print(e.operand());
            case Expression.Binary e -> "(" + print(e.first())
                    + e.steps().stream().map(s -> " " + s.operator().symbol() + " " + print(s.operand())).collect(Collectors.joining()) + ")";
            case Expression.Comparison e -> "(" + print(e.first())
                    + e.steps().stream().map(s -> " " + s.operator().symbol() + " " + print(s.operand())).collect(Collectors.joining()) + ")";
            case Expression.BooleanChain e -> "(" + list(e.operands(), e.and() ? " and " : " or ") + ")";
            case Expression.Conditional e -> "(" + print(e.yes()) + " if " + print(e.condition()) + " else " + print(e.no()) + ")";
            case Expression.Lambda e -> "lambda" + parameters(e.parameters()) + " " + print(e.body());
            case Expression.Starred e -> "*" + print(e.operand());
            case Expression.Parenthesized e -> "<" + print(e.inner()) + ">";
            case Expression.Unsupported e -> "?";
        };
    }

    private static String clause(Clause clause) {
        return " for " + print(clause.target()) + " in " + print(clause.iterable())
                + clause.conditions().stream().map(c -> " if " + print(c)).collect(Collectors.joining());
    }

    private static String parts(List<FormatPart> parts) {
        return parts.stream()
                .map(part -> switch (part) {
                    case FormatPart.Literal p -> p.text();
                    case FormatPart.Interpolation p -> "{" + (p.debug().isEmpty() ? "" : "<" + p.debug() + ">") + print(p.value())
                            + (p.conversion() == ' ' ? "" : "!" + p.conversion())
                            + (p.specification().isEmpty() ? "" : ":" + parts(p.specification())) + "}";
                })
                .collect(Collectors.joining());
    }
}
