package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.parse.DefinitionParser;
import catchment.grammar.parse.ParseResult;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Module;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The modules of one evaluation, each evaluated once: the library's by name, the study's by file. */
final class Modules {
    /**
     * What an import found.
     *
     * @param value the module of the whole dotted name; poison after a report
     * @param root the module of its first part
     * @param mended true if the name was wrong and another module stands in for it
     */
    record Found(EvaluatedValue value, EvaluatedValue root, boolean mended) {}

    private final Session session;
    private final Map<String, ModuleValue> library = new HashMap<>();
    private final Map<String, ModuleValue> study = new LinkedHashMap<>();
    private final Set<String> libraryFiles = new HashSet<>();
    private final Map<String, Optional<ModuleValue.Text>> librarySyntax = new HashMap<>();
    private Optional<ModuleValue> main = Optional.empty();

    Modules(Session session) {
        this.session = session;
    }

    /** The definition's own module, once it has begun. */
    Optional<ModuleValue> main() {
        return main;
    }

    boolean isLibraryFile(String file) {
        return libraryFiles.contains(file);
    }

    /** Evaluates the definition itself. */
    ModuleValue evaluateMain() {
        String file = session.request().file();
        return switch (session.files().read(file)) {
            case SourceFiles.Reading.Found found -> {
                ModuleValue module = ofStudy(stem(found.path()), found, Span.NONE);
                yield module;
            }
            case SourceFiles.Reading.Missing _ -> broken(file, Diagnostic.error(
                    EvalCode.FILE_MISSING, Span.NONE, "there is no file `" + file + "`"));
            case SourceFiles.Reading.Refused refused -> broken(file, Diagnostic.error(
                    EvalCode.FILE_NOT_READABLE, Span.NONE, "`" + file + "` " + refused.reason()));
        };
    }

    private ModuleValue broken(String file, Diagnostic finding) {
        session.report(finding);
        ModuleValue module = new ModuleValue(
                stem(file), Paths.folder(file), ModuleValue.Kind.STUDY, Optional.empty(), session.builtIns());
        module.scope().becomeUncertain();
        main = Optional.of(module);
        session.frames().push(new Frame(module, Optional.empty(), module.scope(), Span.NONE));
        return module;
    }

    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /**
     * Finds the module of a dotted name and evaluates it and its parents.
     *
     * @param level how many dots stand before the name
     */
    Found find(String name, int level, Span span) {
        if (level > 0) {
            EvaluatedValue value = new LocalModules(session).relative(name, level, span);
            return new Found(value, value, false);
        }
        Optional<Found> known = ofLibrary(name).or(() -> new LocalModules(session).absolute(name, span));
        if (known.isPresent()) {
            return known.get();
        }
        Optional<String> now = FormerNames.module(name);
        if (now.isPresent()) {
            session.report(Diagnostic.error(
                            EvalCode.MOVED_MODULE, span, "`" + name + "` is gone; it is `" + now.get() + "` now")
                    .hint("`" + now.get() + "`")
                    .fix(span, now.get()));
            Optional<Found> moved = ofLibrary(now.get());
            if (moved.isPresent()) {
                return new Found(moved.get().value(), new Poison(span), true);
            }
        } else {
            session.report(new UnknownModules(session).explain(name, span));
        }
        return new Found(new Poison(span), new Poison(span), false);
    }

    /** A module of the library with its parents, each an attribute of the one before. */
    private Optional<Found> ofLibrary(String name) {
        Optional<ModuleValue> value = libraryModule(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        ModuleValue inner = value.get();
        String path = name;
        while (path.contains(".")) {
            String last = path.substring(path.lastIndexOf('.') + 1);
            path = path.substring(0, path.lastIndexOf('.'));
            ModuleValue outer = libraryModule(path).orElseThrow();
            if (!outer.scope().bindings().containsKey(last)) {
                outer.scope().bindImport(last, inner, Span.NONE);
            }
            inner = outer;
        }
        return Optional.of(new Found(value.get(), inner, false));
    }

    /** A module of the library, evaluated. Empty if there is none; a package that has only modules within it is there too. */
    Optional<ModuleValue> libraryModule(String name) {
        ModuleValue known = library.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Map<String, EvaluatedValue>> values = session.library().module(name);
        Optional<ModuleValue.Text> text = librarySyntax(name);
        boolean isPackage =
                session.library().moduleNames().stream().anyMatch(other -> other.startsWith(name + "."));
        if (values.isEmpty() && text.isEmpty() && !isPackage) {
            return Optional.empty();
        }
        ModuleValue module = new ModuleValue(name, "", ModuleValue.Kind.LIBRARY, text, session.builtIns());
        library.put(name, module);
        values.ifPresent(all -> all.forEach((key, value) -> module.scope().bindImport(key, value, Span.NONE)));
        if (name.equals("os")) {
            // Python's own `os` has its `path` without being asked.
            libraryModule("os.path").ifPresent(path -> module.scope().bindImport("path", path, Span.NONE));
        }
        run(module, Span.NONE);
        return Optional.of(module);
    }

    /** The text of a module of the library that is written in the language, read once. */
    Optional<ModuleValue.Text> librarySyntax(String name) {
        Optional<ModuleValue.Text> known = librarySyntax.get(name);
        if (known == null) {
            known = session.library().source(name).map(source -> {
                libraryFiles.add(source.file());
                session.sourceRead(source);
                ParseResult parsed = DefinitionParser.parse(source);
                if (!parsed.diagnostics().isEmpty()) {
                    throw new IllegalStateException("a module of the library cannot be read: " + parsed.diagnostics());
                }
                return new ModuleValue.Text(source, parsed.module());
            });
            librarySyntax.put(name, known);
        }
        return known;
    }

    /** The module of a file of the study, evaluated unless it was before. */
    ModuleValue ofStudy(String name, SourceFiles.Reading.Found found, Span importSpan) {
        ModuleValue known = study.get(found.path());
        if (known != null) {
            return known;
        }
        Optional<String> text = found.text();
        SourceText source = new SourceText(found.path(), text.orElse(""));
        session.sourceRead(source);
        if (text.isEmpty()) {
            session.report(Diagnostic.error(
                            EvalCode.FILE_NOT_READABLE, new Span(found.path(), source.position(0), source.position(0)), "`" + found.path() + "` is not UTF-8 text")
                    .hint("save it again with the encoding UTF-8"));
        }
        ParseResult parsed = DefinitionParser.parse(source);
        parsed.diagnostics().forEach(session::report);
        ModuleValue module = new ModuleValue(
                name,
                Paths.folder(found.path()),
                ModuleValue.Kind.STUDY,
                Optional.of(new ModuleValue.Text(source, parsed.module())),
                session.builtIns());
        study.put(found.path(), module);
        if (main.isEmpty()) {
            main = Optional.of(module);
        }
        boolean nothingRead = parsed.module().statements().isEmpty() && !parsed.diagnostics().isEmpty();
        if (text.isEmpty() || nothingRead) {
            module.scope().becomeUncertain();
        }
        module.scope().bind("__name__", new TextValue(name, Span.NONE), Span.NONE);
        module.scope().bind("__file__", new TextValue(found.path(), Span.NONE), Span.NONE);
        run(module, importSpan);
        return module;
    }

    /** What the study's own files say, in the order in which they were begun. */
    List<Module> ofStudy() {
        return study.values().stream()
                .flatMap(module -> module.text().stream())
                .map(ModuleValue.Text::syntax)
                .toList();
    }

    /** A package of the study that has no file of its own. */
    ModuleValue bare(String name, String folder) {
        return study.computeIfAbsent(folder + "/", _ -> {
            ModuleValue module =
                    new ModuleValue(name, folder, ModuleValue.Kind.STUDY, Optional.empty(), session.builtIns());
            module.finished();
            return module;
        });
    }

    private void run(ModuleValue module, Span call) {
        boolean isMain = main.filter(known -> known == module).isPresent();
        session.frames().push(new Frame(module, Optional.empty(), module.scope(), call));
        module.text().ifPresent(text -> session.statements().run(text.syntax().statements()));
        module.finished();
        if (!isMain) {
            session.frames().pop();
        }
    }

    /** A module within a package, as {@code from package import module} names it. Empty if there is none. */
    Optional<EvaluatedValue> submodule(ModuleValue module, String name, Span span) {
        if (module.isLibrary()) {
            return ofLibrary(module.name() + "." + name).map(Found::value);
        }
        return new LocalModules(session).within(module, name, span);
    }

    /** The names of the modules within a package of the study; of any other module none. */
    List<String> submoduleNames(ModuleValue module) {
        return module.isLibrary() ? List.of() : new LocalModules(session).namesWithin(module);
    }

    /** Whether the study has a module of that name that the file under evaluation could import. */
    boolean hasLocal(String name) {
        return new LocalModules(session).exists(name);
    }

    /** What is said where a module is asked for a name that it has not bound yet, because it is itself waiting for this file. */
    Diagnostic cycle(ModuleValue module, String name, Span span) {
        return Diagnostic.error(
                        EvalCode.IMPORT_CYCLE,
                        span,
                        "`" + module.name() + "` imports this file, and has not got as far as `" + name + "`: the two import each other")
                .hint("move what both need into a third module");
    }
}
