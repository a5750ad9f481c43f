package catchment.compiler.lint;

import catchment.compiler.definition.Spans.ListUse;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Clause;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.Statement;
import catchment.grammar.syntax.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A list without a value, so that {@code is_in} is false for everyone: a file whose rows hold no code, a choice by a category that is spelt otherwise in the file.
 */
final class EmptyLists implements Rule {
    private static final Set<String> FILLING = Set.of("append", "extend", "insert");

    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        for (ListUse use : Lists.used(study)) {
            if (use.set().values().isEmpty() && !isMeant(use, study)) {
                found.accept(finding(use, study));
            }
        }
    }

    /** Whether someone wrote the empty list and never fills it: no codes of this kind, on purpose. */
    private static boolean isMeant(ListUse use, Study study) {
        Optional<Expression> made = study.text().at(use.made());
        if (made.isEmpty() || !(made.get() instanceof Expression.ListDisplay written) || !written.elements().isEmpty()) {
            return false;
        }
        List<String> names = study.text().parts(Statement.Assign.class).stream()
                .filter(assign -> StudyText.bare(assign.value()) == written)
                .flatMap(assign -> assign.targets().stream())
                .filter(Expression.Name.class::isInstance)
                .map(target -> ((Expression.Name) target).name())
                .toList();
        return study.text().parts().stream().noneMatch(part -> switch (part) {
            case Expression.Attribute method -> FILLING.contains(method.name()) && isNamed(method.target(), names);
            case Statement.AugmentedAssign more -> isNamed(more.target(), names);
            default -> false;
        });
    }

    private static boolean isNamed(Expression expression, List<String> names) {
        return expression instanceof Expression.Name name && names.contains(name.name());
    }

    private static Diagnostic finding(ListUse use, Study study) {
        Optional<Expression> made = study.text().at(use.made());
        if (made.isPresent() && made.get() instanceof Expression.Comprehension comprehension) {
            return chosen(comprehension, use, study);
        }
        List<String> given = Lists.given(use.made(), study);
        if (!given.isEmpty()) {
            return LintCode.CODELIST_EMPTY
                    .at(use.argument(), "`" + given.getFirst() + "` has no code in its column, so this is false for everyone")
                    .hint("look at the file, and fetch the codelist again");
        }
        return LintCode.CODELIST_EMPTY
                .at(use.argument(), Lists.name(use, study) + " is empty, so this is false for everyone")
                .hint("where it is filled in a loop, look at the loop's condition");
    }

    private static Diagnostic chosen(Expression.Comprehension comprehension, ListUse use, Study study) {
        List<Expression> conditions = comprehension.clauses().stream().map(Clause::conditions).flatMap(List::stream).toList();
        List<Span> literals = conditions.stream().flatMap(condition -> literals(condition).stream()).toList();
        if (conditions.isEmpty()) {
            return LintCode.CODELIST_EMPTY.at(use.argument(), Lists.name(use, study) + " is empty, so this is false for everyone")
                    .hint("what it is made of has no values");
        }
        Span place = literals.isEmpty() ? conditions.getFirst().span() : literals.getFirst();
        String what = literals.isEmpty() ? "nothing meets this condition" : "nothing equals " + "`" + study.words(place) + "`";
        return LintCode.CODELIST_FILTER_EMPTY
                .at(place, what + ", so " + Lists.name(use, study) + " is empty and what it chooses is false for everyone")
                .hint("look how the categories are written in the file: case and blanks count");
    }

    private static List<Span> literals(Expression condition) {
        return StudyText.within(condition).stream()
                .filter(Expression.StringLiteral.class::isInstance)
                .map(Syntax::span)
                .toList();
    }
}
