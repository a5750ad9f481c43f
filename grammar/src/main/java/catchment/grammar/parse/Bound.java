package catchment.grammar.parse;

import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.ImportedName;
import catchment.grammar.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that statements bind; those set on something are written with a dot, as {@code dataset.age}. */
final class Bound {
    private Bound() {}

    static List<String> names(List<Statement> statements) {
        Set<String> names = new LinkedHashSet<>();
        statements.forEach(statement -> collect(statement, names));
        return List.copyOf(names);
    }

    private static void collect(Statement statement, Set<String> names) {
        switch (statement) {
            case Statement.Assign assign -> assign.targets().forEach(target -> names.addAll(Targets.names(target)));
            case Statement.AnnotatedAssign assign -> names.addAll(Targets.names(assign.target()));
            case Statement.AugmentedAssign assign -> names.addAll(Targets.names(assign.target()));
            case Statement.Import imported -> imported.modules().forEach(name -> names.add(bound(name)));
            case Statement.ImportFrom imported -> imported.names().forEach(name -> names.add(bound(name)));
            case Statement.If choice -> {
                choice.branches().forEach(branch -> all(branch.body(), names));
                all(choice.orElse(), names);
            }
            case Statement.For loop -> {
                names.addAll(Targets.names(loop.target()));
                all(loop.body(), names);
                all(loop.orElse(), names);
            }
            case Statement.With with -> {
                with.items().forEach(item -> item.target().ifPresent(target -> names.addAll(Targets.names(target))));
                all(with.body(), names);
            }
            case Statement.FunctionDefinition function -> names.add(function.name());
            case Statement.ClassDefinition definition -> names.add(definition.name());
            case Statement.Unsupported unsupported -> names.addAll(unsupported.names());
            case Statement.ExpressionStatement none -> {}
            case Statement.Delete none -> {}
            case Statement.Return none -> {}
            case Statement.Raise none -> {}
            case Statement.Assert none -> {}
            case Statement.Pass none -> {}
            case Statement.Break none -> {}
            case Statement.Continue none -> {}
        }
    }

    private static void all(List<Statement> statements, Set<String> names) {
        statements.forEach(statement -> collect(statement, names));
    }

    private static String bound(ImportedName name) {
        return name.alias().orElseGet(() -> name.name().indexOf('.') < 0 ? name.name() : name.name().substring(0, name.name().indexOf('.')));
    }
}
