package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the study's own modules: beside the importing file, in the definition's folder, in the study's root, in this order. */
final class LocalModules {
    private final Session session;

    LocalModules(Session session) {
        this.session = session;
    }

    /** The folders in which a module is looked for. */
    private Set<String> folders() {
        Set<String> folders = new LinkedHashSet<>();
        if (!session.frame().module().isLibrary()) {
            folders.add(session.frame().module().folder());
        }
        folders.add(Paths.folder(session.request().file()));
        folders.add("");
        return folders;
    }

    /** Whether there is a module of that name. */
    boolean exists(String name) {
        return folders().stream().anyMatch(folder -> !candidates(folder, name).isEmpty());
    }

    /** The names of all modules that could be imported from here. */
    List<String> names() {
        return folders().stream().flatMap(folder -> namesIn(folder).stream()).toList();
    }

    /** The names of the modules within a package; none of a module that is no package. */
    List<String> namesWithin(ModuleValue module) {
        return packageFolder(module).map(this::namesIn).orElse(List.of());
    }

    private List<String> namesIn(String folder) {
        return session.files().list(folder).stream()
                .filter(entry -> entry.endsWith(".py") || entry.endsWith(".ehrql"))
                .map(entry -> entry.substring(0, entry.lastIndexOf('.')))
                .toList();
    }

    /** The files that a name can mean within a folder. */
    private List<String> candidates(String folder, String name) {
        List<String> found = new ArrayList<>();
        String path = Paths.within(folder, name);
        for (String file : List.of(path + ".ehrql", path + ".py", path + "/__init__.ehrql", path + "/__init__.py")) {
            if (session.files().exists(file)) {
                found.add(file);
            }
        }
        if (found.isEmpty() && !session.files().list(path).isEmpty()) {
            found.add(path + "/");
        }
        return found;
    }

    /** A dotted name from the folders. Empty if its first part is nowhere. */
    Optional<Modules.Found> absolute(String name, Span span) {
        String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        for (String folder : folders()) {
            List<String> files = candidates(folder, first);
            boolean namespace = files.size() == 1 && files.getFirst().endsWith("/");
            if (files.isEmpty() || namespace && !name.contains(".") && laterHas(folder, first)) {
                continue;
            }
            EvaluatedValue root = load(folder, first, files, span);
            EvaluatedValue value = descend(root, name, first, span);
            return Optional.of(new Modules.Found(value, root, false));
        }
        return Optional.empty();
    }

    /** Whether a later folder has a file for a name for which {@code folder} has only a folder. */
    private boolean laterHas(String folder, String name) {
        return folders().stream()
                .dropWhile(other -> !other.equals(folder))
                .skip(1)
                .anyMatch(other -> candidates(other, name).stream().anyMatch(file -> !file.endsWith("/")));
    }

    private EvaluatedValue descend(EvaluatedValue root, String name, String done, Span span) {
        EvaluatedValue value = root;
        String path = done;
        for (String part : name.length() > done.length() ? name.substring(done.length() + 1).split("\\.") : new String[0]) {
            path = path + "." + part;
            if (!(value instanceof ModuleValue module)) {
                return value;
            }
            Optional<EvaluatedValue> inner = within(module, part, span);
            if (inner.isEmpty()) {
                return session.refuse(new UnknownModules(session).explain(path, span));
            }
            value = inner.get();
        }
        return value;
    }

    /** A module within a package, which becomes an attribute of it. Empty if there is none. */
    Optional<EvaluatedValue> within(ModuleValue module, String name, Span span) {
        Optional<String> folder = packageFolder(module);
        List<String> files = folder.map(inner -> candidates(inner, name)).orElse(List.of());
        if (files.isEmpty()) {
            return Optional.empty();
        }
        EvaluatedValue inner = load(folder.get(), name, files, span);
        module.scope().bindImport(name, inner, span);
        return Optional.of(inner);
    }

    /** The folder whose files are modules within a module: a package's own. */
    private Optional<String> packageFolder(ModuleValue module) {
        boolean isPackage = module.text()
                .map(text -> text.source().file())
                .map(file -> file.endsWith("/__init__.py") || file.endsWith("/__init__.ehrql") || file.startsWith("__init__."))
                .orElse(true);
        return isPackage ? Optional.of(module.folder()) : Optional.empty();
    }

    /** {@code from .name import …} and {@code from ..name import …}. */
    EvaluatedValue relative(String name, int level, Span span) {
        String folder = session.frame().module().folder();
        for (int i = 1; i < level; i++) {
            if (folder.isEmpty()) {
                return session.refuse(Diagnostic.error(
                        EvalCode.UNKNOWN_MODULE, span, "the dots lead out of the study"));
            }
            folder = Paths.folder(folder);
        }
        if (name.isEmpty()) {
            return folderModule(folder, span);
        }
        String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        List<String> files = candidates(folder, first);
        if (files.isEmpty()) {
            return session.refuse(new UnknownModules(session).explain(name, span));
        }
        return descend(load(folder, first, files, span), name, first, span);
    }

    private EvaluatedValue folderModule(String folder, Span span) {
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        for (String file : List.of("__init__.ehrql", "__init__.py")) {
            if (session.files().read(Paths.within(folder, file)) instanceof SourceFiles.Reading.Found found) {
                return session.modules().ofStudy(name, found, span);
            }
        }
        return session.modules().bare(name, folder);
    }

    private EvaluatedValue load(String folder, String name, List<String> files, Span span) {
        if (files.size() > 1) {
            return session.refuse(Diagnostic.error(
                            EvalCode.AMBIGUOUS_MODULE,
                            span,
                            "`" + name + "` can be `" + String.join("` or `", files) + "`")
                    .hint("keep one of them, or give one another name"));
        }
        String file = files.getFirst();
        if (file.endsWith("/")) {
            return session.modules().bare(name, Paths.within(folder, name));
        }
        return switch (session.files().read(file)) {
            case SourceFiles.Reading.Found found -> session.modules().ofStudy(name, found, span);
            case SourceFiles.Reading.Missing _ -> session.refuse(new UnknownModules(session).explain(name, span));
            case SourceFiles.Reading.Refused refused -> session.refuse(Diagnostic.error(
                    EvalCode.FILE_NOT_READABLE, span, "`" + file + "` " + refused.reason()));
        };
    }
}
