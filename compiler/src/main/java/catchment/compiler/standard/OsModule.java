package catchment.compiler.standard;

import catchment.compiler.eval.Arguments;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.FileFunctions;
import catchment.compiler.eval.Invocation;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code os} and {@code os.path}: which files the study has. Environment variables are refused by name. */
final class OsModule {
    private static final String FILES = "a definition changes no files";
    private static final String PROGRAMS = "a definition starts no programs";
    private static final String RESULT = "what it computes is written by the command that runs it";

    private OsModule() {}

    static Map<String, EvaluatedValue> values() {
        return new Functions()
                .function("listdir", "path=", OsModule::list)
                .function("getcwd", "", call -> new TextValue(".", call.span()))
                .value("sep", new TextValue("/", Span.NONE))
                .refused("makedirs", FILES, RESULT)
                .refused("mkdir", FILES, RESULT)
                .refused("remove", FILES, RESULT)
                .refused("rename", FILES, RESULT)
                .refused("chdir", "a definition stays in the study's root", "paths are relative to the study's root")
                .refused("system", PROGRAMS, "what comes from another action is read from its output file")
                .refused("popen", PROGRAMS, "what comes from another action is read from its output file")
                .values();
    }

    static Map<String, EvaluatedValue> paths() {
        return new Functions()
                .function("join", "path, *paths", OsModule::join)
                .function("exists", "path", call -> exists(call, true, true))
                .function("isfile", "path", call -> exists(call, true, false))
                .function("isdir", "path", call -> exists(call, false, true))
                .function("basename", "path", call -> changed(call, path -> path.substring(path.lastIndexOf('/') + 1)))
                .function("dirname", "path", call -> changed(
                        call, path -> path.substring(0, Math.max(0, path.lastIndexOf('/')))))
                .function("abspath", "path", call -> changed(call, path -> path))
                .function("realpath", "path", call -> changed(call, path -> path))
                .function("normpath", "path", call -> changed(call, path -> path))
                .function("splitext", "path", OsModule::split)
                .values();
    }

    private static EvaluatedValue exists(Invocation call, boolean file, boolean folder) {
        return FileFunctions.path(call, "path")
                .map(path -> FileFunctions.exists(path, file, folder, call))
                .orElseGet(() -> new Poison(call.span()));
    }

    private static EvaluatedValue changed(Invocation call, UnaryOperator<String> change) {
        return FileFunctions.path(call, "path")
                .<EvaluatedValue>map(path -> new TextValue(change.apply(path), call.span()))
                .orElseGet(() -> new Poison(call.span()));
    }

    private static EvaluatedValue list(Invocation call) {
        Optional<String> path = call.given("path").isPresent() ? FileFunctions.path(call, "path") : Optional.of("");
        if (path.isEmpty()) {
            return new Poison(call.span());
        }
        Optional<EvaluatedValue> outside = FileFunctions.outside(path.get(), call);
        if (outside.isPresent()) {
            return outside.get();
        }
        List<String> names = call.context().files().list(path.get());
        if (names.isEmpty()) {
            return call.refuse(EvalCode.FILE_MISSING, "there is no folder `" + path.get() + "`, or it is empty");
        }
        call.allocate(names.size());
        return new Collection.ListValue(
                names.stream().map(name -> new TextValue(name.replaceAll("/$", ""), call.span())).toList(), call.span());
    }

    private static EvaluatedValue join(Invocation call) {
        Optional<String> path = FileFunctions.path(call, "path");
        if (path.isEmpty()) {
            return new Poison(call.span());
        }
        StringBuilder joined = new StringBuilder(path.get());
        for (Arguments.Given given : call.rest()) {
            if (!(given.value() instanceof TextValue part)) {
                return call.refuse(EvalCode.ARGUMENT_KIND, "a path is made of texts, and this is " + given.value().kind());
            }
            if (!joined.isEmpty() && joined.charAt(joined.length() - 1) != '/') {
                joined.append('/');
            }
            joined.append(part.value());
        }
        return new TextValue(joined.toString(), call.span());
    }

    private static EvaluatedValue split(Invocation call) {
        Optional<String> path = FileFunctions.path(call, "path");
        if (path.isEmpty()) {
            return new Poison(call.span());
        }
        int dot = path.get().lastIndexOf('.');
        int cut = dot > path.get().lastIndexOf('/') + 1 ? dot : path.get().length();
        return new Collection.TupleValue(
                List.of(
                        new TextValue(path.get().substring(0, cut), call.span()),
                        new TextValue(path.get().substring(cut), call.span())),
                false,
                call.span());
    }
}
