package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code value.name} is. */
final class Attributes {
    /** What people call things who come from another language or another class. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("push", "append"),
            Map.entry("push_back", "append"),
            Map.entry("addAll", "extend"),
            Map.entry("concat", "extend"),
            Map.entry("has", "get"),
            Map.entry("has_key", "get"),
            Map.entry("iteritems", "items"),
            Map.entry("entries", "items"),
            Map.entry("trim", "strip"),
            Map.entry("toLowerCase", "lower"),
            Map.entry("tolower", "lower"),
            Map.entry("toUpperCase", "upper"),
            Map.entry("toupper", "upper"),
            Map.entry("startsWith", "startswith"),
            Map.entry("endsWith", "endswith"),
            Map.entry("indexOf", "index"),
            Map.entry("delete", "remove"));

    private final Session session;

    Attributes(Session session) {
        this.session = session;
    }

    EvaluatedValue value(EvaluatedValue target, Expression.Attribute syntax) {
        if (target instanceof Poison) {
            return new Poison(syntax.span());
        }
        int before = session.findings();
        Optional<EvaluatedValue> value = find(target, syntax);
        if (value.isPresent()) {
            return value.get();
        }
        return session.findings() != before ? new Poison(syntax.span()) : session.refuse(unknown(target, syntax));
    }

    /** The attribute; empty if there is none. */
    Optional<EvaluatedValue> find(EvaluatedValue target, Expression.Attribute syntax) {
        return target instanceof Behaviour behaviour
                ? behaviour.attribute(syntax, session)
                : StaticMethods.attribute(target, syntax.name(), syntax.span());
    }

    /** The names of a value's attributes. */
    static List<String> names(EvaluatedValue target) {
        return target instanceof Behaviour behaviour ? behaviour.attributeNames() : StaticMethods.names(target);
    }

    private Diagnostic unknown(EvaluatedValue target, Expression.Attribute syntax) {
        Optional<Diagnostic> accident = session.accident(target);
        if (accident.isPresent()) {
            return accident.get();
        }
        String name = syntax.name();
        Span span = syntax.nameSpan();
        Optional<Diagnostic> uncalled = uncalled(target, syntax);
        if (uncalled.isPresent()) {
            return uncalled.get();
        }
        if (target instanceof ModuleValue module) {
            return new UnknownNames(session).notInModule(module, name, span);
        }
        Diagnostic finding = Diagnostic.error(
                EvalCode.UNKNOWN_ATTRIBUTE, span, described(target, syntax) + " has no `" + name + "`");
        Optional<Diagnostic> shadowed = Shadowing.explain(syntax.target(), finding, session);
        if (shadowed.isPresent()) {
            return shadowed.get();
        }
        List<String> names = names(target).stream().filter(known -> !known.startsWith("_")).toList();
        String meant = FOREIGN.get(name);
        if (target instanceof Collection.ListValue && name.equals("add")) {
            meant = "append";
        }
        if (target instanceof Collection.SetValue && (name.equals("append") || name.equals("push"))) {
            meant = "add";
        }
        if (meant != null && names.contains(meant)) {
            return finding.hint("it is called `" + meant + "` here").fix(span, meant);
        }
        if (name.equals("length") || name.equals("size") || name.equals("count") && !names.contains("count")) {
            return finding.hint("`len(" + session.sourceText(syntax.target().span()) + ")` counts its elements");
        }
        List<String> near = NearNames.of(name, names);
        if (near.size() == 1) {
            finding = finding.fix(span, near.getFirst());
        }
        Optional<String> hint = Suggestions.hint(name, names);
        if (hint.isPresent()) {
            return finding.hint(hint.get());
        }
        return names.isEmpty() || names.size() > 12 ? finding : finding.hint("it has `" + String.join("`, `", names) + "`");
    }

    /** A variable holds a function or class itself, because the line that sets it does not call it. */
    private Optional<Diagnostic> uncalled(EvaluatedValue target, Expression.Attribute syntax) {
        boolean function = target instanceof NativeFunction || target instanceof NativeClass || target instanceof FunctionValue;
        if (!function || !(syntax.target() instanceof Expression.Name name)) {
            return Optional.empty();
        }
        return session.scope().find(name.name()).filter(binding -> !binding.imported()).flatMap(binding -> {
            String line = session.sourceText(binding.where());
            int equals = line.indexOf('=');
            if (equals < 0 || line.contains("\n")) {
                return Optional.empty();
            }
            String called = line.substring(equals + 1).strip();
            return Optional.of(Diagnostic.error(
                            EvalCode.CALL_MISSING, binding.where(), "`" + called + "` is a function; add `()` to use it")
                    .hint("`" + line + "()`")
                    .fix(binding.where().after(), "()"));
        });
    }

    private String described(EvaluatedValue target, Expression.Attribute syntax) {
        String text = session.sourceText(syntax.target().span());
        return text.isEmpty() || text.length() > 30 || text.contains("\n") ? target.kind() : "`" + text + "` is " + target.kind() + ", which";
    }
}
