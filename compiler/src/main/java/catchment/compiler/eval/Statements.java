package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Statement;
import java.util.List;
import java.util.Optional;

/** Runs statements. */
final class Statements {
    private final Session session;

    Statements(Session session) {
        this.session = session;
    }

    /** Runs a block. */
    Flow run(List<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            Flow flow = run(statements.get(i));
            if (flow == Flow.STOP) {
                skipped(statements.subList(i + 1, statements.size()));
            }
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    private Flow run(Statement statement) {
        session.budget().step();
        session.frame().statement(statement.span());
        return switch (statement) {
            case Statement.ExpressionStatement expression -> {
                evaluate(expression.expression());
                yield Flow.NEXT;
            }
            case Statement.Assign assign -> {
                EvaluatedValue value = evaluate(assign.value());
                assign.targets().forEach(target -> session.targets().assign(target, value, statement.span()));
                yield Flow.NEXT;
            }
            case Statement.AnnotatedAssign assign -> {
                assign.value().ifPresent(value -> session.targets().assign(assign.target(), evaluate(value), statement.span()));
                yield Flow.NEXT;
            }
            case Statement.AugmentedAssign assign -> {
                session.targets().augment(assign);
                yield Flow.NEXT;
            }
            case Statement.Delete delete -> {
                delete.targets().forEach(session.targets()::delete);
                yield Flow.NEXT;
            }
            case Statement.Return back -> giveBack(back);
            case Statement.Raise raise -> raise(raise);
            case Statement.Assert check -> check(check);
            case Statement.Pass _ -> Flow.NEXT;
            case Statement.Break _ -> session.frame().loops().isEmpty() ? Flow.NEXT : Flow.BREAK;
            case Statement.Continue _ -> session.frame().loops().isEmpty() ? Flow.NEXT : Flow.CONTINUE;
            case Statement.Import imports -> {
                new Imports(session).run(imports);
                yield Flow.NEXT;
            }
            case Statement.ImportFrom imports -> {
                new Imports(session).run(imports);
                yield Flow.NEXT;
            }
            case Statement.If branches -> choose(branches);
            case Statement.For loop -> new Loops(session).run(loop);
            case Statement.With with -> with(with);
            case Statement.FunctionDefinition function -> {
                new Definitions(session).function(function);
                yield Flow.NEXT;
            }
            case Statement.ClassDefinition type -> {
                new Definitions(session).type(type);
                yield Flow.NEXT;
            }
            case Statement.Unsupported unsupported -> {
                unsupported.names().forEach(name -> session.scope().bind(name, new Poison(statement.span()), statement.span()));
                if (unsupported.names().isEmpty()) {
                    session.scope().becomeUncertain();
                }
                yield Flow.NEXT;
            }
        };
    }

    /** Does to names and values what the statements, which were not run, might have done: whatever they bind or change is unknown. */
    void skipped(List<Statement> statements) {
        skipped(AssignedNames.of(statements));
    }

    /** The same for names that are already known. */
    void skipped(AssignedNames assigned) {
        assigned.names().forEach((name, where) -> session.scope().bind(name, new Poison(where), where));
        for (Expression touched : assigned.touched()) {
            doubt(touched);
        }
    }

    private void doubt(Expression touched) {
        switch (touched) {
            case Expression.Name name -> session.scope().find(name.name()).ifPresent(binding -> {
                if (binding.value() instanceof Behaviour behaviour) {
                    behaviour.becomeUncertain();
                } else {
                    session.scope().bind(name.name(), new Poison(name.span()), name.span());
                }
            });
            case Expression.Attribute attribute when attribute.target() instanceof Expression.Name name ->
                session.scope().find(name.name()).ifPresent(binding -> {
                    if (binding.value() instanceof Behaviour behaviour) {
                        behaviour.setAttribute(
                                attribute.name(),
                                attribute.nameSpan(),
                                new Poison(attribute.span()),
                                attribute.span(),
                                session);
                    }
                });
            case Expression.Subscript subscript -> doubt(subscript.target());
            default -> {}
        }
    }

    private EvaluatedValue evaluate(Expression expression) {
        return session.expressions().evaluate(expression);
    }

    private Flow giveBack(Statement.Return back) {
        EvaluatedValue value = back.value().map(this::evaluate).orElseGet(() -> new NoneValue(back.span()));
        return session.frame().function().isEmpty() ? Flow.NEXT : new Flow.Return(value);
    }

    private Flow raise(Statement.Raise raise) {
        Optional<EvaluatedValue> error = raise.error().map(this::evaluate);
        if (error.isPresent() && error.get() instanceof Poison) {
            return Flow.STOP;
        }
        String text = error.map(value -> RaisedError.describe(value, raise.span(), session)).orElse("an error");
        session.report(Diagnostic.error(EvalCode.RAISED, raise.span(), "the definition stops here with " + text));
        return Flow.STOP;
    }

    private Flow check(Statement.Assert check) {
        EvaluatedValue value = evaluate(check.condition());
        TruthUse use = new TruthUse(
                TruthUse.Kind.ASSERT, check.condition(), check.condition(), check.condition().span());
        Optional<Boolean> holds = session.operators().truth(value, use);
        if (holds.isPresent() && !holds.get()) {
            String message = check.message()
                    .map(this::evaluate)
                    .flatMap(given -> given instanceof Poison
                            ? Optional.empty()
                            : Texts.display(given, check.span(), session))
                    .map(text -> ": " + text)
                    .orElse("");
            session.report(Diagnostic.error(
                    EvalCode.ASSERTION_FAILED, check.span(), "this `assert` does not hold" + message));
            return Flow.STOP;
        }
        return Flow.NEXT;
    }

    private Flow choose(Statement.If branches) {
        for (int i = 0; i < branches.branches().size(); i++) {
            Statement.Branch branch = branches.branches().get(i);
            Expression condition = branch.condition();
            session.frame().statement(condition.span());
            Optional<Boolean> truth = session.operators().truth(
                    evaluate(condition), new TruthUse(TruthUse.Kind.IF, condition, condition, condition.span()));
            if (truth.isEmpty()) {
                branches.branches().subList(i, branches.branches().size()).forEach(other -> skipped(other.body()));
                skipped(branches.orElse());
                return Flow.NEXT;
            }
            if (truth.get()) {
                return run(branch.body());
            }
        }
        return run(branches.orElse());
    }

    private Flow with(Statement.With with) {
        for (Statement.WithItem item : with.items()) {
            EvaluatedValue value = evaluate(item.context());
            item.target().ifPresent(target -> session.targets().assign(target, value, with.span()));
        }
        return run(with.body());
    }
}
