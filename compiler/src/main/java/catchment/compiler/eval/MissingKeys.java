package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said about a key that a dict has not. */
final class MissingKeys {
    private MissingKeys() {}

    static Poison refuse(Collection.DictValue dict, EvaluatedValue key, Span span, Context context) {
        List<String> texts = new ArrayList<>();
        dict.entries().values().forEach(entry -> {
            if (entry.key() instanceof TextValue text) {
                texts.add(text.value());
            }
        });
        String shown = Texts.representation(key, span, context).orElse("this key");
        Diagnostic finding = Diagnostic.error(EvalCode.KEY_MISSING, span, "the dict has no key " + shown);
        if (key instanceof TextValue wanted) {
            List<String> near = NearNames.of(wanted.value(), texts);
            Optional<String> hint = Suggestions.hint(wanted.value(), texts);
            if (hint.isPresent()) {
                finding = finding.hint(hint.get());
                if (near.size() == 1 && wanted.origin().equals(span)) {
                    finding = finding.fix(span, Texts.quoted(near.getFirst()));
                }
                return context.refuse(finding);
            }
        }
        if (!texts.isEmpty() && texts.size() <= 12) {
            finding = finding.hint("its keys are `" + String.join("`, `", texts) + "`");
        } else if (dict.entries().isEmpty()) {
            finding = finding.hint("the dict is empty");
        }
        return context.refuse(finding);
    }
}
