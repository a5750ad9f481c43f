package catchment.grammar.syntax;

import catchment.grammar.source.Span;
import java.util.List;
import java.util.Optional;

/** One statement; a compound one holds the statements of its blocks. */
public sealed interface Statement extends Syntax {
    /** {@code f(x)} on its own, or a string that serves as a comment. */
    record ExpressionStatement(Expression expression, Span span) implements Statement {}

    /** {@code a = b = value}: each target is a name, attribute, subscript, or a tuple or list of these. */
    record Assign(List<Expression> targets, Expression value, Span span) implements Statement {
        public Assign {
            targets = List.copyOf(targets);
        }
    }

    /** {@code target: annotation = value}; the annotation means nothing. */
    record AnnotatedAssign(Expression target, Expression annotation, Optional<Expression> value, Span span)
            implements Statement {}

    /** {@code target += value}. */
    record AugmentedAssign(Expression target, BinaryOperator operator, Expression value, Span span)
            implements Statement {}

    /** {@code del a, b[0]}. */
    record Delete(List<Expression> targets, Span span) implements Statement {
        public Delete {
            targets = List.copyOf(targets);
        }
    }

    /** {@code return value}. */
    record Return(Optional<Expression> value, Span span) implements Statement {}

    /** {@code raise error}; without one it has no meaning here. */
    record Raise(Optional<Expression> error, Span span) implements Statement {}

    /** {@code assert condition, message}. */
    record Assert(Expression condition, Optional<Expression> message, Span span) implements Statement {}

    /** {@code pass}. */
    record Pass(Span span) implements Statement {}

    /** {@code break}. */
    record Break(Span span) implements Statement {}

    /** {@code continue}. */
    record Continue(Span span) implements Statement {}

    /** {@code import a.b as c, d}. */
    record Import(List<ImportedName> modules, Span span) implements Statement {
        public Import {
            modules = List.copyOf(modules);
        }
    }

    /**
     * {@code from ..module import a as b} or {@code from module import *}.
     *
     * @param level how many dots stand before the name
     * @param module the dotted name, empty for {@code from . import x}
     * @param moduleSpan where the dots and the dotted name stand
     * @param names the names; empty for {@code *}
     * @param star true for {@code *}
     */
    record ImportFrom(int level, String module, Span moduleSpan, List<ImportedName> names, boolean star, Span span)
            implements Statement {
        public ImportFrom {
            names = List.copyOf(names);
        }
    }

    /** {@code if … elif … else …}. */
    record If(List<Branch> branches, List<Statement> orElse, Span span) implements Statement {
        public If {
            branches = List.copyOf(branches);
            orElse = List.copyOf(orElse);
        }
    }

    /** One {@code if} or {@code elif} with its block. */
    record Branch(Expression condition, List<Statement> body) {
        public Branch {
            body = List.copyOf(body);
        }
    }

    /**
     * {@code for target in iterable: … else: …}.
     *
     * @param keyword where the word {@code for} stands, to name the loop
     */
    record For(
            Expression target,
            Expression iterable,
            List<Statement> body,
            List<Statement> orElse,
            Span keyword,
            Span span)
            implements Statement {
        public For {
            body = List.copyOf(body);
            orElse = List.copyOf(orElse);
        }
    }

    /** {@code with open(x) as f: …}. */
    record With(List<WithItem> items, List<Statement> body, Span span) implements Statement {
        public With {
            items = List.copyOf(items);
            body = List.copyOf(body);
        }
    }

    /** One {@code open(x) as f}. */
    record WithItem(Expression context, Optional<Expression> target) {}

    /**
     * {@code def name(parameters): …}.
     *
     * @param docstring the text of a string that is the first statement of the body
     */
    record FunctionDefinition(
            String name,
            Span nameSpan,
            List<Parameter> parameters,
            List<Statement> body,
            List<Expression> decorators,
            Optional<String> docstring,
            Span span)
            implements Statement {
        public FunctionDefinition {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
            decorators = List.copyOf(decorators);
        }
    }

    /** {@code class name(bases): …}. */
    record ClassDefinition(
            String name,
            Span nameSpan,
            List<Argument> bases,
            List<Statement> body,
            List<Expression> decorators,
            Optional<String> docstring,
            Span span)
            implements Statement {
        public ClassDefinition {
            bases = List.copyOf(bases);
            body = List.copyOf(body);
            decorators = List.copyOf(decorators);
        }
    }

    /**
     * A statement of Python that the language has not: {@code try}, {@code while}, {@code global}, {@code match} …, or one that could not be read. The parser
     * has said so already; what it would have bound is unknown.
     *
     * @param names what it would have bound, as far as is known: so that later uses of them are not reported again; what would have been set on something is
     *     written with a dot, as {@code dataset.age}
     */
    record Unsupported(List<String> names, Span span) implements Statement {
        public Unsupported {
            names = List.copyOf(names);
        }
    }
}
