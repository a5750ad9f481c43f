package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.DiagnosticCode;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Optional;

/** Reading files of the study: {@code open}, and what {@code pathlib} needs of it. */
public final class FileFunctions {
    private static final String INSIDE = "a definition sees the files of its study: paths are relative to the study's root";

    private FileFunctions() {}

    static List<NativeFunction> all() {
        return List.of(NativeFunction.of(
                "open", "file, mode=, buffering=, encoding=, errors=, newline=", FileFunctions::open));
    }

    private static EvaluatedValue open(Invocation call) {
        Optional<String> path = path(call, "file");
        Optional<String> mode = call.given("mode").isPresent() ? call.text("mode") : Optional.of("r");
        if (path.isEmpty() || mode.isEmpty()) {
            return new Poison(call.span());
        }
        return open(path.get(), mode.get(), call, call.span("file"));
    }

    /** Opens a file to read; poison after a report. */
    public static EvaluatedValue open(String path, String mode, Invocation call, Span span) {
        if (mode.chars().anyMatch(letter -> "wax+".indexOf(letter) >= 0)) {
            return call.context()
                    .refuse(Diagnostic.error(EvalCode.NOT_AVAILABLE, call.span(), "a definition writes no files")
                            .hint("what it computes is written by the command that runs it"));
        }
        return read(path, span, call.context())
                .<EvaluatedValue>map(source -> new TextFile(source, call.span()))
                .orElseGet(() -> new Poison(call.span()));
    }

    /** The text or path that a parameter was given as a path. Empty after a report. */
    public static Optional<String> path(Invocation call, String parameter) {
        return call.value(parameter) instanceof PathValue path ? Optional.of(path.path()) : call.text(parameter);
    }

    /** The text of a file of the study. Empty after a report. */
    public static Optional<SourceText> read(String path, Span span, Context context) {
        return switch (context.files().read(path)) {
            case SourceFiles.Reading.Found found -> {
                Optional<SourceText> source = found.text().map(text -> new SourceText(found.path(), text));
                source.ifPresentOrElse(
                        context::sourceRead,
                        () -> context.report(Diagnostic.error(
                                EvalCode.FILE_NOT_READABLE, span, "`" + path + "` is not UTF-8 text")));
                yield source;
            }
            case SourceFiles.Reading.Missing missing -> {
                context.report(fault(missing, path, span, EvalCode.FILE_MISSING, context));
                yield Optional.empty();
            }
            case SourceFiles.Reading.Refused refused -> {
                context.report(fault(refused, path, span, EvalCode.FILE_NOT_READABLE, context));
                yield Optional.empty();
            }
        };
    }

    /** A refusal where a path leads out of the study, whatever is to be known of it: what lies outside is as good as not there, and a study that asks is mistaken. */
    public static Optional<EvaluatedValue> outside(String path, Invocation call) {
        return call.context()
                .files()
                .outside(path)
                .map(why -> call.context()
                        .refuse(Diagnostic.error(EvalCode.FILE_NOT_READABLE, call.span(), "`" + path + "` " + why)
                                .hint(INSIDE)));
    }

    /** Whether a path is of a file or of a folder with something in it. */
    public static EvaluatedValue exists(String path, boolean file, boolean folder, Invocation call) {
        return outside(path, call)
                .orElseGet(() -> new BooleanValue(
                        file && call.context().files().exists(path) || folder && !call.context().files().list(path).isEmpty(), call.span()));
    }

    /** What is wrong with a file that could not be read. */
    public static Diagnostic fault(SourceFiles.Reading reading, String path, Span span, DiagnosticCode code, Context context) {
        if (reading instanceof SourceFiles.Reading.Refused refused) {
            Diagnostic finding = Diagnostic.error(code, span, "`" + path + "` " + refused.reason());
            return context.files().outside(path).isPresent() ? finding.hint(INSIDE) : finding;
        }
        Diagnostic finding = Diagnostic.error(code, span, "there is no file `" + path + "`");
        List<String> near = NearNames.of(path, context.files().all());
        return Suggestions.hint(path, near)
                .map(finding::hint)
                .orElseGet(() -> finding.hint("paths are relative to the study's root, where the command is run"));
    }

    /**
     * What keeps a file of the study from ever being read, which is not read for that. One that is not there is no fault: another action may make it before
     * the definition is run.
     *
     * @param code what such a fault is called
     */
    public static Optional<Diagnostic> unreadable(String path, Span span, DiagnosticCode code, Context context) {
        return context.files().unreadable(path).filter(SourceFiles.Reading.Refused.class::isInstance).map(reading -> fault(reading, path, span, code, context));
    }
}
