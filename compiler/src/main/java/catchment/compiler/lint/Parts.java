package catchment.compiler.lint;

import catchment.grammar.syntax.Argument;
import catchment.grammar.syntax.Clause;
import catchment.grammar.syntax.DictEntry;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.FormatPart;
import catchment.grammar.syntax.ImportedName;
import catchment.grammar.syntax.Module;
import catchment.grammar.syntax.Parameter;
import catchment.grammar.syntax.Statement;
import catchment.grammar.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a part of a text is made of. */
final class Parts {
    private Parts() {}

    /** The parts directly within, in the order of the text. */
    static List<Syntax> of(Syntax syntax) {
        List<Syntax> parts = new ArrayList<>();
        switch (syntax) {
            case Module module -> parts.addAll(module.statements());
            case Statement statement -> statement(statement, parts);
            case Expression expression -> expression(expression, parts);
            case Argument argument -> parts.add(argument.value());
            case Clause clause -> {
                parts.add(clause.target());
                parts.add(clause.iterable());
                parts.addAll(clause.conditions());
            }
            case Parameter parameter -> parameter.defaultValue().ifPresent(parts::add);
            case FormatPart.Interpolation interpolation -> {
                parts.add(interpolation.value());
                parts.addAll(interpolation.specification());
            }
            case DictEntry.Pair pair -> {
                parts.add(pair.key());
                parts.add(pair.value());
            }
            case DictEntry.Spread spread -> parts.add(spread.mapping());
            case ImportedName _, FormatPart.Literal _ -> {}
        }
        return parts;
    }

    private static void statement(Statement statement, List<Syntax> parts) {
        switch (statement) {
            case Statement.ExpressionStatement expression -> parts.add(expression.expression());
            case Statement.Assign assign -> {
                parts.addAll(assign.targets());
                parts.add(assign.value());
            }
            case Statement.AnnotatedAssign assign -> {
                parts.add(assign.target());
                assign.value().ifPresent(parts::add);
            }
            case Statement.AugmentedAssign assign -> {
                parts.add(assign.target());
                parts.add(assign.value());
            }
            case Statement.Delete delete -> parts.addAll(delete.targets());
            case Statement.Return returned -> returned.value().ifPresent(parts::add);
            case Statement.Raise raise -> raise.error().ifPresent(parts::add);
            case Statement.Assert check -> {
                parts.add(check.condition());
                check.message().ifPresent(parts::add);
            }
            case Statement.Import imports -> parts.addAll(imports.modules());
            case Statement.ImportFrom imports -> parts.addAll(imports.names());
            case Statement.If branches -> {
                for (Statement.Branch branch : branches.branches()) {
                    parts.add(branch.condition());
                    parts.addAll(branch.body());
                }
                parts.addAll(branches.orElse());
            }
            case Statement.For loop -> {
                parts.add(loop.target());
                parts.add(loop.iterable());
                parts.addAll(loop.body());
                parts.addAll(loop.orElse());
            }
            case Statement.With with -> {
                for (Statement.WithItem item : with.items()) {
                    parts.add(item.context());
                    item.target().ifPresent(parts::add);
                }
                parts.addAll(with.body());
            }
            case Statement.FunctionDefinition function -> {
                parts.addAll(function.decorators());
                parts.addAll(function.parameters());
                parts.addAll(function.body());
            }
            case Statement.ClassDefinition type -> {
                parts.addAll(type.decorators());
                parts.addAll(type.bases());
                parts.addAll(type.body());
            }
            case Statement.Pass _, Statement.Break _, Statement.Continue _, Statement.Unsupported _ -> {}
        }
    }

    private static void expression(Expression expression, List<Syntax> parts) {
        switch (expression) {
            case Expression.FormatString text -> parts.addAll(text.parts());
            case Expression.ListDisplay list -> parts.addAll(list.elements());
            case Expression.TupleDisplay tuple -> parts.addAll(tuple.elements());
            case Expression.SetDisplay set -> parts.addAll(set.elements());
            case Expression.DictDisplay dict -> parts.addAll(dict.entries());
            case Expression.Comprehension comprehension -> {
                parts.add(comprehension.element());
                comprehension.value().ifPresent(parts::add);
                parts.addAll(comprehension.clauses());
            }
            case Expression.Attribute attribute -> parts.add(attribute.target());
            case Expression.Subscript subscript -> {
                parts.add(subscript.target());
                parts.add(subscript.index());
            }
            case Expression.Slice slice ->
                    List.of(slice.start(), slice.stop(), slice.step()).stream().flatMap(Optional::stream).forEach(parts::add);
            case Expression.Call call -> {
                parts.add(call.function());
                parts.addAll(call.arguments());
            }
            case Expression.Unary unary -> parts.add(unary.operand());
            case Expression.Not not -> parts.add(not.operand());
            case Expression.Binary binary -> {
                parts.add(binary.first());
                binary.steps().forEach(step -> parts.add(step.operand()));
            }
            case Expression.Comparison comparison -> {
                parts.add(comparison.first());
                comparison.steps().forEach(step -> parts.add(step.operand()));
            }
            case Expression.BooleanChain chain -> parts.addAll(chain.operands());
            case Expression.Conditional conditional -> {
                parts.add(conditional.yes());
                parts.add(conditional.condition());
                parts.add(conditional.no());
            }
            case Expression.Lambda lambda -> {
                parts.addAll(lambda.parameters());
                parts.add(lambda.body());
            }
            case Expression.Starred starred -> parts.add(starred.operand());
            case Expression.Parenthesized inner -> parts.add(inner.inner());
            case Expression.Name _, Expression.IntLiteral _, Expression.FloatLiteral _, Expression.StringLiteral _,
                    Expression.BooleanLiteral _, Expression.NoneLiteral _, Expression.Unsupported _ -> {}
        }
    }
}
