package catchment.compiler.explain;

import catchment.grammar.parse.DefinitionParser;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Argument;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Module;
import catchment.grammar.syntax.Statement;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the author of a definition called things: the names that expressions were assigned to, and the files that codelists were read from. */
final class AuthorNames {
    private final Map<Span, String> names = new HashMap<>();
    private final Map<Span, String> once = new HashMap<>();
    private final Map<String, String> codelistFiles = new HashMap<>();

    /**
     * @param sources texts; those of modules are read
     */
    AuthorNames(Collection<SourceText> sources) {
        for (SourceText source : sources) {
            if (source.file().endsWith(".ehrql") || source.file().endsWith(".py")) {
                read(DefinitionParser.parse(source).module());
            }
        }
    }

    /** The name that the expression at this place was assigned to. */
    Optional<String> at(Span span) {
        return Optional.ofNullable(names.get(span));
    }

    /** The same where that happens once, and not for each round of a loop or call of a function. */
    Optional<String> onceAt(Span span) {
        return Optional.ofNullable(once.get(span));
    }

    /** The file that a codelist of this name was read from. */
    Optional<String> codelistFile(String name) {
        return Optional.ofNullable(codelistFiles.get(name));
    }

    private void read(Module module) {
        record Reached(Statement statement, boolean once) {}
        Deque<Reached> open = new ArrayDeque<>();
        module.statements().forEach(statement -> open.add(new Reached(statement, true)));
        while (!open.isEmpty()) {
            Reached reached = open.pop();
            if (reached.statement() instanceof Statement.Assign assign) {
                assign.targets().forEach(target -> assigned(target, assign.value(), reached.once()));
            }
            boolean again = reached.statement() instanceof Statement.For || reached.statement() instanceof Statement.FunctionDefinition;
            bodies(reached.statement()).forEach(statement -> open.push(new Reached(statement, reached.once() && !again)));
        }
    }

    private static List<Statement> bodies(Statement statement) {
        return switch (statement) {
            case Statement.If choice -> {
                List<Statement> all = new java.util.ArrayList<>(choice.orElse());
                choice.branches().forEach(branch -> all.addAll(branch.body()));
                yield all;
            }
            case Statement.For loop -> loop.body();
            case Statement.With with -> with.body();
            case Statement.FunctionDefinition function -> function.body();
            default -> List.of();
        };
    }

    private void assigned(Expression target, Expression value, boolean isOnce) {
        Expression bare = value;
        while (bare instanceof Expression.Parenthesized parenthesized) {
            bare = parenthesized.inner();
        }
        String name = switch (target) {
            case Expression.Name plain -> plain.name();
            case Expression.Attribute attribute -> attribute.name();
            default -> "";
        };
        if (!name.isEmpty()) {
            names.putIfAbsent(bare.span(), name);
            if (isOnce) {
                once.putIfAbsent(bare.span(), name);
            }
            codelistFile(bare).ifPresent(file -> codelistFiles.putIfAbsent(name, file));
        }
    }

    private static Optional<String> codelistFile(Expression value) {
        return value instanceof Expression.Call call
                        && call.function() instanceof Expression.Name function
                        && function.name().equals("codelist_from_csv")
                        && !call.arguments().isEmpty()
                        && call.arguments().getFirst() instanceof Argument.Positional(Expression.StringLiteral file, _)
                ? Optional.of(file.value())
                : Optional.empty();
    }
}
