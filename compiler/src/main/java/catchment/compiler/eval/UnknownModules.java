package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said about a module that is not there. */
final class UnknownModules {
    private final Session session;

    UnknownModules(Session session) {
        this.session = session;
    }

    Diagnostic explain(String name, Span span) {
        Optional<String> instead = ForbiddenNames.module(name);
        if (instead.isPresent()) {
            return Diagnostic.error(
                            EvalCode.MODULE_NOT_ALLOWED, span, "`" + name + "` cannot be used in a definition")
                    .hint(instead.get());
        }
        Diagnostic finding = Diagnostic.error(EvalCode.UNKNOWN_MODULE, span, "there is no module `" + name + "`");
        List<String> names = new ArrayList<>(session.library().moduleNames());
        names.addAll(new LocalModules(session).names());
        List<String> near = NearNames.of(name, names);
        if (near.isEmpty()) {
            String last = name.substring(name.lastIndexOf('.') + 1);
            return finding.hint("a module of the study is a file `" + last + ".ehrql` or `" + last
                    + ".py` beside the importing file, in the definition's folder or in the study's root");
        }
        finding = finding.hint(Suggestions.hint(name, names).orElse(""));
        return near.size() == 1 ? finding.fix(span, near.getFirst()) : finding;
    }
}
