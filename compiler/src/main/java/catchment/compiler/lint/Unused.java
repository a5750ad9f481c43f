package catchment.compiler.lint;

import catchment.compiler.model.Node;
import catchment.compiler.model.Series;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.ImportedName;
import catchment.grammar.syntax.Module;
import catchment.grammar.syntax.Statement;
import catchment.grammar.syntax.Syntax;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A series, a frame or a codelist that has a name and is used nowhere: most often {@code dataset.} was forgotten, or another name was meant where it should have been used.
 *
 * <p>Only names of the definition's own file are looked at, since what a module offers may be for others; and none where names are reached in ways that the text does not
 * show, as by {@code globals()}.
 */
final class Unused implements Rule {
    private static final Set<String> REACH_NAMES = Set.of("globals", "locals", "vars", "getattr", "eval", "exec");
    private static final Set<String> OUTPUTS = Set.of("dataset", "measures", "test_data");

    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        if (study.text().modules().isEmpty() || study.text().parts(Expression.Name.class).stream().anyMatch(name -> REACH_NAMES.contains(name.name()))) {
            return;
        }
        Map<String, Named> named = named(study.text().modules().getFirst());
        Set<String> used = used(study);
        Map<Span, List<Node>> made = study.spans().made();
        for (Named one : named.values()) {
            String name = one.target().name();
            if (used.contains(name) || OUTPUTS.contains(name) || name.startsWith("_")) {
                continue;
            }
            Expression value = StudyText.bare(one.value());
            if (StudyText.called(value).filter("codelist_from_csv"::equals).isPresent()) {
                found.accept(LintCode.CODELIST_UNUSED
                        .at(one.target().span(), "the codelist `" + name + "` is used nowhere")
                        .hint("take it out, or look where another list is used in its place"));
            } else if (made.containsKey(value.span())) {
                Diagnostic finding = LintCode.NEVER_USED
                        .at(one.target().span(), "`" + name + "` is computed and used nowhere, and it is not in the output");
                boolean perPatient = made.get(value.span()).stream().anyMatch(node -> node instanceof Series series && series.domain().isPatient());
                found.accept(perPatient && study.definition().dataset().isPresent() && !one.inFunction()
                        ? finding.hint("for the output: `dataset." + name + " = …`").fix(one.target().span(), "dataset." + name)
                        : finding.hint("use it, or take it out"));
            }
        }
    }

    /**
     * A name that is given to a value.
     *
     * @param inFunction whether that happens within a function
     */
    private record Named(Expression.Name target, Expression value, boolean inFunction) {}

    /** The names that are bound by {@code name = value}, the first time each. */
    private static Map<String, Named> named(Module module) {
        Map<String, Named> named = new LinkedHashMap<>();
        Set<Syntax> inFunctions = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Syntax part : StudyText.within(module)) {
            boolean inFunction = part instanceof Statement.FunctionDefinition || inFunctions.contains(part);
            if (inFunction) {
                inFunctions.addAll(Parts.of(part));
            }
            binding(part).ifPresent(binding -> named.putIfAbsent(
                    binding.target().name(), new Named(binding.target(), binding.value(), inFunction)));
        }
        return named;
    }

    private static Optional<Named> binding(Syntax part) {
        return switch (part) {
            case Statement.Assign assign when assign.targets().size() == 1 && assign.targets().getFirst() instanceof Expression.Name name ->
                    Optional.of(new Named(name, assign.value(), false));
            case Statement.AnnotatedAssign assign when assign.target() instanceof Expression.Name name && assign.value().isPresent() ->
                    Optional.of(new Named(name, assign.value().get(), false));
            default -> Optional.empty();
        };
    }

    /** Every name that is read anywhere: as itself, as an attribute, by an import, or in a text such as those of {@code __all__}. */
    private static Set<String> used(Study study) {
        Set<Syntax> targets = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Syntax part : study.text().parts()) {
            switch (part) {
                case Statement.Assign assign -> targets.addAll(assign.targets());
                case Statement.AnnotatedAssign assign -> targets.add(assign.target());
                default -> {}
            }
        }
        Set<String> used = new HashSet<>();
        for (Syntax part : study.text().parts()) {
            switch (part) {
                case Expression.Name name when !targets.contains(name) -> used.add(name.name());
                case Expression.Attribute attribute when !targets.contains(attribute) -> used.add(attribute.name());
                case ImportedName imported -> used.add(imported.name());
                case Expression.StringLiteral text -> used.add(text.value());
                default -> {}
            }
        }
        return used;
    }
}
