package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.ImportedName;
import catchment.grammar.syntax.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is said about a name that the library has and the file has not imported: with the import line mended. */
final class MissingImports {
    private final Session session;

    MissingImports(Session session) {
        this.session = session;
    }

    /** The finding for a name that is used. Empty if no module of the library has it. */
    Optional<Diagnostic> of(String name, Span span) {
        LibraryNames names = new LibraryNames(session);
        if (session.library().moduleNames().contains(name)) {
            return Optional.of(whole(name, span));
        }
        List<String> modules = names.having(name);
        if (modules.isEmpty()) {
            return Optional.empty();
        }
        String module = modules.getFirst();
        String what = module.equals("ehrql")
                ? "is part of ehrQL"
                : module.startsWith("ehrql.tables.")
                        ? "is a table of `" + module + "`"
                        : "is part of `" + module + "`";
        Diagnostic finding = Diagnostic.error(
                EvalCode.MISSING_IMPORT, span, "`" + name + "` " + what + ", but is not imported");
        Optional<Statement.ImportFrom> line = names.importing(module);
        if (line.isPresent()) {
            return Optional.of(extended(finding, line.get(), name));
        }
        Span first = top();
        return Optional.of(finding.hint("add the line `from " + module + " import " + name + "`")
                .fix(first, "from " + module + " import " + name + "\n"));
    }

    private Diagnostic whole(String name, Span span) {
        return Diagnostic.error(EvalCode.MISSING_IMPORT, span, "`" + name + "` is a module, but is not imported")
                .hint("add the line `import " + name + "`")
                .fix(top(), "import " + name + "\n");
    }

    private static Diagnostic extended(Diagnostic finding, Statement.ImportFrom line, String name) {
        List<ImportedName> names = line.names();
        Optional<ImportedName> later = names.stream()
                .filter(known -> Comparator.<String>naturalOrder().compare(known.name(), name) > 0)
                .findFirst();
        String all = later.isPresent()
                ? insertedBefore(names, later.get(), name)
                : String.join(", ", names.stream().map(MissingImports::written).toList()) + ", " + name;
        Diagnostic hinted = finding.hint("add it on line " + line.span().start().line() + ": `from " + line.module()
                + " import " + all + "`");
        return later.isPresent()
                ? hinted.fix(later.get().span().before(), name + ", ")
                : hinted.fix(names.getLast().span().after(), ", " + name);
    }

    private static String insertedBefore(List<ImportedName> names, ImportedName later, String name) {
        StringBuilder all = new StringBuilder();
        for (ImportedName known : names) {
            all.append(all.isEmpty() ? "" : ", ");
            if (known == later) {
                all.append(name).append(", ");
            }
            all.append(written(known));
        }
        return all.toString();
    }

    private static String written(ImportedName name) {
        return name.name() + name.alias().map(alias -> " as " + alias).orElse("");
    }

    /** The start of the first line that holds an import, else of the first statement. */
    private Span top() {
        String file = session.frame().statement().file();
        Position place = session.frame().module().text().stream()
                .flatMap(text -> text.syntax().statements().stream())
                .filter(statement -> statement instanceof Statement.Import || statement instanceof Statement.ImportFrom)
                .findFirst()
                .map(statement -> new Position(statement.span().start().line(), 1))
                .orElse(Position.START);
        return new Span(file, place, place);
    }
}
