package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said about a name that means nothing here. */
final class UnknownNames {
    private final Session session;

    UnknownNames(Session session) {
        this.session = session;
    }

    Diagnostic explain(String name, Span span) {
        Map<String, EvaluatedValue> visible = session.scope().visible();
        return boundElsewhere(name, span)
                .or(() -> column(name, span, visible))
                .or(() -> forbidden(name, span))
                .or(() -> new MissingImports(session).of(name, span))
                .or(() -> moduleOfStudy(name, span))
                .or(() -> inModule(name, span, visible))
                .orElseGet(() -> near(name, span, visible));
    }

    /** The name is bound further down, or in a branch that was not taken. */
    private Optional<Diagnostic> boundElsewhere(String name, Span span) {
        boolean local = session.scope().isLocal(name);
        List<Statement> statements = local
                ? session.frame()
                        .function()
                        .map(function -> function.body() instanceof FunctionValue.Body.Block block
                                ? block.statements()
                                : List.<Statement>of())
                        .orElse(List.of())
                : session.frame().module().text().map(text -> text.syntax().statements()).orElse(List.of());
        Span where = session.assignedNames(statements).names().get(name);
        if (where == null) {
            return Optional.empty();
        }
        if (where.start().compareTo(span.start()) > 0) {
            Diagnostic finding = Diagnostic.error(
                    EvalCode.NAME_DEFINED_BELOW,
                    span,
                    "`" + name + "` is used here before it is defined, on line " + where.start().line());
            return Optional.of(
                    local && session.scope().module().bindings().containsKey(name)
                            ? finding.hint("the function sets a variable `" + name + "` of its own: give that another name")
                            : finding.hint("move that line up, above this one"));
        }
        return Optional.of(Diagnostic.error(
                        EvalCode.NAME_IN_OTHER_BRANCH,
                        span,
                        "`" + name + "` has no value: line " + where.start().line() + ", which sets it, is not reached")
                .hint("set it before the `if` or the loop, or in every branch"));
    }

    /** A column without its table: {@code sort_by(date)}. */
    private Optional<Diagnostic> column(String name, Span span, Map<String, EvaluatedValue> visible) {
        for (EvaluatedValue receiver : session.receivers()) {
            if (receiver instanceof Behaviour behaviour
                    && !(receiver instanceof ModuleValue)
                    && behaviour.attributeNames().contains(name)) {
                String table = visible.entrySet().stream()
                        .filter(entry -> entry.getValue() == receiver)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("");
                Diagnostic finding = Diagnostic.error(
                        EvalCode.BARE_COLUMN, span, "`" + name + "` is not defined; a column is named with its table");
                return Optional.of(
                        table.isEmpty()
                                ? finding.hint("give the table a name, and write `table." + name + "`")
                                : finding.hint("`" + table + "." + name + "`").fix(span, table + "." + name));
            }
        }
        return Optional.empty();
    }

    private static Optional<Diagnostic> forbidden(String name, Span span) {
        return ForbiddenNames.function(name)
                .map(instead -> Diagnostic.error(
                                EvalCode.NOT_AVAILABLE, span, "`" + name + "` is not part of the language of definitions")
                        .hint(instead));
    }

    private Optional<Diagnostic> moduleOfStudy(String name, Span span) {
        if (!session.modules().hasLocal(name)) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.error(
                        EvalCode.MISSING_IMPORT, span, "`" + name + "` is a module of this study, but is not imported")
                .hint("add the line `import " + name + "`"));
    }

    /** The name of something in a module that is imported as a whole. */
    private Optional<Diagnostic> inModule(String name, Span span, Map<String, EvaluatedValue> visible) {
        for (Map.Entry<String, EvaluatedValue> entry : visible.entrySet()) {
            if (entry.getValue() instanceof ModuleValue module && module.attributeNames().contains(name)) {
                return Optional.of(Diagnostic.error(EvalCode.UNKNOWN_NAME, span, "`" + name + "` is not defined")
                        .hint("the module `" + entry.getKey() + "` has it: `" + entry.getKey() + "." + name + "`")
                        .fix(span, entry.getKey() + "." + name));
            }
        }
        return Optional.empty();
    }

    private Diagnostic near(String name, Span span, Map<String, EvaluatedValue> visible) {
        List<String> names = new ArrayList<>(visible.keySet());
        names.addAll(session.builtIns().bindings().keySet());
        names.removeIf(known -> known.startsWith("__"));
        Diagnostic finding = Diagnostic.error(EvalCode.UNKNOWN_NAME, span, "`" + name + "` is not defined");
        List<String> near = NearNames.of(name, names);
        if (near.isEmpty()) {
            return Suggestions.hint(name, new LibraryNames(session).of("ehrql"))
                    .map(finding::hint)
                    .orElse(finding);
        }
        if (visible.get(near.getFirst()) instanceof Behaviour behaviour) {
            behaviour.becomeUncertain();
        }
        finding = finding.hint(Suggestions.of(near).orElse(""));
        return near.size() == 1 ? finding.fix(span, near.getFirst()) : finding;
    }

    /** A module has no such name: as an attribute, or in a {@code from … import}. */
    Diagnostic notInModule(ModuleValue module, String name, Span span) {
        String shown = module.name();
        Optional<Diagnostic> forbidden = forbidden(shown + "." + name, span);
        if (forbidden.isPresent()) {
            return forbidden.get();
        }
        boolean schema = shown.startsWith("ehrql.tables.");
        if (schema) {
            Optional<Diagnostic> table = table(shown, name, span);
            if (table.isPresent()) {
                return table.get();
            }
        }
        List<String> names = new ArrayList<>(module.attributeNames());
        names.addAll(session.modules().submoduleNames(module));
        names.removeIf(known -> known.startsWith("_"));
        Diagnostic finding = Diagnostic.error(
                EvalCode.NAME_NOT_IN_MODULE, span, "`" + shown + "` has no `" + name + "`");
        List<String> near = NearNames.of(name, names);
        if (near.size() == 1) {
            finding = finding.fix(span, near.getFirst());
        }
        Optional<String> hint = Suggestions.hint(name, names);
        if (hint.isPresent()) {
            return finding.hint(hint.get());
        }
        List<String> others = new LibraryNames(session).having(name);
        if (!others.isEmpty()) {
            return finding.hint("`" + others.getFirst() + "` has it: `from " + others.getFirst() + " import " + name + "`");
        }
        return names.isEmpty() || names.size() > 20 ? finding : finding.hint("it has `" + String.join("`, `", names) + "`");
    }

    private Optional<Diagnostic> table(String schema, String name, Span span) {
        String family = schema.substring("ehrql.tables.".length());
        Optional<String> now = FormerNames.table(name);
        if (now.isPresent()) {
            List<String> having = new LibraryNames(session).having(now.get());
            if (having.contains(schema)) {
                return Optional.of(Diagnostic.error(
                                EvalCode.RENAMED_TABLE, span, "`" + name + "` is now called `" + now.get() + "`")
                        .hint("write `" + now.get() + "` here and wherever the table is used")
                        .fix(span, now.get()));
            }
        }
        List<String> others = new LibraryNames(session)
                .having(name).stream().filter(module -> module.startsWith("ehrql.tables.")).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String other = others.getFirst();
        Diagnostic finding = Diagnostic.error(
                        EvalCode.TABLE_NOT_IN_SCHEMA,
                        span,
                        "`" + family + "` has no table `" + name + "`; `" + other.substring("ehrql.tables.".length()) + "` has")
                .hint("`from " + other + " import " + name + "`");
        return Optional.of(
                family.equals("core")
                        ? finding.hint("tables of `core` are there on every backend, this one only where `"
                                + other.substring("ehrql.tables.".length()) + "` is")
                        : finding);
    }
}
