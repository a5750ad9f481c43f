package catchment.compiler.standard;

import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Library;
import catchment.grammar.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The modules of Python's standard library that a definition can import. */
public final class StandardLibrary implements Library {
    private static final List<String> NAMES = List.of(
            "__future__",
            "argparse",
            "collections",
            "copy",
            "datetime",
            "functools",
            "itertools",
            "json",
            "logging",
            "math",
            "operator",
            "os",
            "os.path",
            "pathlib",
            "random",
            "sys",
            "typing",
            "warnings");

    @Override
    public Optional<Map<String, EvaluatedValue>> module(String name) {
        return switch (name) {
            case "__future__" -> Optional.of(TypingModule.future());
            case "argparse" -> Optional.of(ArgparseModule.values());
            case "collections" -> Optional.of(CollectionsModule.values());
            case "copy" -> Optional.of(CollectionsModule.copies());
            case "datetime" -> Optional.of(DatetimeModule.values());
            case "functools" -> Optional.of(FunctoolsModule.values());
            case "itertools" -> Optional.of(ItertoolsModule.values());
            case "json" -> Optional.of(JsonModule.values());
            case "logging" -> Optional.of(LoggingModule.values());
            case "math" -> Optional.of(MathModule.values());
            case "operator" -> Optional.of(OperatorModule.values());
            case "os" -> Optional.of(OsModule.values());
            case "os.path" -> Optional.of(OsModule.paths());
            case "pathlib" -> Optional.of(PathlibModule.values());
            case "random" -> Optional.of(RandomModule.values());
            case "sys" -> Optional.of(SysModule.values());
            case "typing" -> Optional.of(TypingModule.values());
            case "warnings" -> Optional.of(LoggingModule.warnings());
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<SourceText> source(String name) {
        return Optional.empty();
    }

    @Override
    public List<String> moduleNames() {
        return NAMES;
    }
}
