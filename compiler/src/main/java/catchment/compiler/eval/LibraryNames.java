package catchment.compiler.eval;

import catchment.grammar.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the modules of the library have to offer, for somebody who has not imported it or looks for it in the wrong one. */
final class LibraryNames {
    private final Session session;

    LibraryNames(Session session) {
        this.session = session;
    }

    /** The public names of a module of the library. Reads its text if it is written in the language, without running it. */
    List<String> of(String module) {
        Set<String> names = new LinkedHashSet<>();
        session.library().module(module).ifPresent(values -> names.addAll(values.keySet()));
        session.modules().librarySyntax(module).ifPresent(text -> {
            for (Statement statement : text.syntax().statements()) {
                switch (statement) {
                    case Statement.ClassDefinition type -> names.add(type.name());
                    case Statement.ImportFrom imports when imports.module().startsWith("ehrql.tables.") ->
                        imports.names().forEach(name -> names.add(name.alias().orElse(name.name())));
                    case Statement.Assign assign -> AssignedNames.of(List.of(assign)).names().keySet().stream()
                            .filter(name -> !name.startsWith("_"))
                            .forEach(names::add);
                    default -> {}
                }
            }
        });
        return List.copyOf(names);
    }

    /** The modules that have a name, those that the file imports from first. */
    List<String> having(String name) {
        List<String> modules = new ArrayList<>(imported());
        for (String module : session.library().moduleNames()) {
            if (!modules.contains(module)) {
                modules.add(module);
            }
        }
        return modules.stream().filter(module -> of(module).contains(name)).toList();
    }

    /** The modules of the library that the file under evaluation imports from. */
    List<String> imported() {
        List<String> known = session.library().moduleNames();
        return session.frame().module().text().stream()
                .flatMap(text -> text.syntax().statements().stream())
                .flatMap(statement -> statement instanceof Statement.ImportFrom imports && imports.level() == 0
                        ? java.util.stream.Stream.of(imports.module())
                        : java.util.stream.Stream.empty())
                .filter(known::contains)
                .distinct()
                .toList();
    }

    /** The import statement of the file that takes names from a module, to add one more. */
    Optional<Statement.ImportFrom> importing(String module) {
        return session.frame().module().text().stream()
                .flatMap(text -> text.syntax().statements().stream())
                .flatMap(statement -> statement instanceof Statement.ImportFrom imports
                                && imports.level() == 0
                                && imports.module().equals(module)
                                && !imports.star()
                                && !imports.names().isEmpty()
                        ? java.util.stream.Stream.of(imports)
                        : java.util.stream.Stream.empty())
                .findFirst();
    }
}
