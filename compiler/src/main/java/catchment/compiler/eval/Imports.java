package catchment.compiler.eval;

import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.ImportedName;
import catchment.grammar.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs {@code import} statements. */
final class Imports {
    private final Session session;

    Imports(Session session) {
        this.session = session;
    }

    void run(Statement.Import statement) {
        for (ImportedName imported : statement.modules()) {
            Modules.Found found = session.modules().find(imported.name(), 0, imported.nameSpan());
            if (imported.alias().isPresent()) {
                session.scope().bindImport(imported.alias().get(), found.value(), statement.span());
                continue;
            }
            session.scope().bindImport(firstPart(imported.name()), found.root(), statement.span());
        }
    }

    private static String firstPart(String dotted) {
        int dot = dotted.indexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }

    void run(Statement.ImportFrom statement) {
        Modules.Found found = session.modules().find(statement.module(), statement.level(), statement.moduleSpan());
        if (!(found.value() instanceof ModuleValue module)) {
            statement.names()
                    .forEach(name -> session.scope()
                            .bindImport(name.alias().orElse(name.name()), new Poison(name.span()), statement.span()));
            if (statement.star()) {
                session.scope().becomeUncertain();
            }
            return;
        }
        if (statement.star()) {
            everything(module, statement);
            return;
        }
        for (ImportedName imported : statement.names()) {
            EvaluatedValue value = value(module, imported, statement, found.mended());
            session.scope().bindImport(imported.alias().orElse(imported.name()), value, statement.span());
        }
    }

    private EvaluatedValue value(
            ModuleValue module, ImportedName imported, Statement.ImportFrom statement, boolean mended) {
        Scope.Binding binding = module.scope().bindings().get(imported.name());
        if (binding != null) {
            return binding.value();
        }
        Optional<EvaluatedValue> inner = session.modules().submodule(module, imported.name(), imported.nameSpan());
        if (inner.isPresent()) {
            return inner.get();
        }
        if (module.scope().uncertain() || mended) {
            return new Poison(imported.span());
        }
        if (!module.done()) {
            return session.refuse(session.modules().cycle(module, imported.name(), imported.nameSpan()));
        }
        standIn(module, imported.name());
        return session.refuse(new UnknownNames(session).notInModule(module, imported.name(), imported.nameSpan()));
    }

    /** The name that was probably meant is bound too, so that its uses are not reported as well. */
    private void standIn(ModuleValue module, String wrong) {
        List<String> names = new ArrayList<>(module.scope().bindings().keySet());
        names.addAll(session.modules().submoduleNames(module));
        for (String near : NearNames.of(wrong, names)) {
            if (session.scope().find(near).isEmpty()) {
                Scope.Binding binding = module.scope().bindings().get(near);
                session.scope().bindImport(near, binding == null ? new Poison(Span.NONE) : binding.value(), Span.NONE);
            }
        }
    }

    private void everything(ModuleValue module, Statement.ImportFrom statement) {
        Scope.Binding all = module.scope().bindings().get("__all__");
        List<String> names = all == null
                ? module.scope().bindings().keySet().stream().filter(name -> !name.startsWith("_")).toList()
                : listed(all.value(), statement.span());
        for (String name : names) {
            Scope.Binding binding = module.scope().bindings().get(name);
            if (binding != null) {
                session.scope().bindImport(name, binding.value(), statement.span());
            }
        }
        if (module.scope().uncertain()) {
            session.scope().becomeUncertain();
        }
    }

    private List<String> listed(EvaluatedValue all, Span span) {
        return Iteration.elements(all, span, session).orElse(List.of()).stream()
                .flatMap(name -> name instanceof TextValue text
                        ? java.util.stream.Stream.of(text.value())
                        : java.util.stream.Stream.empty())
                .toList();
    }
}
