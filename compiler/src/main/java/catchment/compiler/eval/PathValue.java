package catchment.compiler.eval;

import catchment.grammar.source.Span;
import catchment.grammar.syntax.BinaryOperator;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code pathlib.Path}: the path of a file or folder of the study.
 *
 * @param path as it was put together; relative to the study's root
 * @param resolved whether it stands for the path from the system's root on, so that the folder of the study's root is the one above, which no definition sees
 */
public record PathValue(String path, boolean resolved, Span origin) implements Behaviour {
    private static final String ABOVE = "..";
    private static final List<String> NAMES = List.of(
            "name", "stem", "suffix", "parent", "parents", "parts", "joinpath", "read_text", "open", "exists", "is_file", "is_dir",
            "iterdir", "resolve", "absolute", "as_posix", "with_suffix", "with_name");

    /** As it was put together. */
    public PathValue(String path, Span origin) {
        this(path, false, origin);
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        Span span = syntax.span();
        return switch (syntax.name()) {
            case "name" -> Optional.of(new TextValue(name(), span));
            case "stem" -> Optional.of(new TextValue(name().substring(0, dot()), span));
            case "suffix" -> Optional.of(new TextValue(name().substring(dot()), span));
            case "parent" -> Optional.of(parent(span));
            case "parents" -> Optional.of(new Collection.ListValue(parents(span), span));
            case "parts" -> Optional.of(new Collection.TupleValue(
                    List.of(path.split("/")).stream().<EvaluatedValue>map(part -> new TextValue(part, span)).toList(), false, span));
            case "joinpath" -> Optional.of(NativeFunction.of("joinpath", "*parts", this::joined));
            case "read_text" -> Optional.of(NativeFunction.of("read_text", "encoding=, errors=", call -> FileFunctions.read(
                            path, call.span(), call.context())
                    .<EvaluatedValue>map(source -> new TextValue(source.text(), call.span()))
                    .orElseGet(() -> new Poison(call.span()))));
            case "open" -> Optional.of(NativeFunction.of("open", "mode=, buffering=, encoding=", call -> FileFunctions.open(
                    path, call.given("mode").isPresent() ? call.text("mode").orElse("r") : "r", call, call.span())));
            case "exists" -> Optional.of(NativeFunction.of("exists", "", call -> FileFunctions.exists(path, true, true, call)));
            case "is_file" -> Optional.of(NativeFunction.of("is_file", "", call -> FileFunctions.exists(path, true, false, call)));
            case "is_dir" -> Optional.of(NativeFunction.of("is_dir", "", call -> FileFunctions.exists(path, false, true, call)));
            case "iterdir" -> Optional.of(NativeFunction.of("iterdir", "", call -> FileFunctions.outside(path, call)
                    .orElseGet(() -> new Collection.ListValue(
                            call.context().files().list(path).stream()
                                    .map(entry -> below(entry.replaceAll("/$", ""), call.span()))
                                    .toList(),
                            call.span()))));
            case "resolve", "absolute" -> Optional.of(NativeFunction.of(syntax.name(), "strict=", call -> new PathValue(path, true, call.span())));
            case "as_posix" -> Optional.of(NativeFunction.of(
                    "as_posix", "", call -> new TextValue(path, call.span())));
            case "with_suffix" -> Optional.of(NativeFunction.of("with_suffix", "suffix", call -> call.text("suffix")
                    .<EvaluatedValue>map(suffix -> new PathValue(
                            path.substring(0, path.length() - name().length() + dot()) + suffix, resolved, call.span()))
                    .orElseGet(() -> new Poison(call.span()))));
            case "with_name" -> Optional.of(NativeFunction.of("with_name", "name", call -> call.text("name")
                    .<EvaluatedValue>map(name -> parent(call.span()).below(name, call.span()))
                    .orElseGet(() -> new Poison(call.span()))));
            case "write_text", "mkdir", "unlink", "touch", "rename", "write_bytes" -> Optional.of(NativeFunction.of(
                    syntax.name(), "*arguments, **names", call -> call.refuse(
                            EvalCode.NOT_AVAILABLE, "a definition writes and changes no files")));
            default -> Optional.empty();
        };
    }

    @Override
    public List<String> attributeNames() {
        return NAMES;
    }

    private String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private int dot() {
        int dot = name().lastIndexOf('.');
        return dot <= 0 ? name().length() : dot;
    }

    private PathValue parent(Span span) {
        if (resolved && (path.equals(".") || path.equals(ABOVE) || path.endsWith("/" + ABOVE))) {
            return new PathValue(path.equals(".") ? ABOVE : path + "/" + ABOVE, true, span);
        }
        String folder = Paths.folder(path);
        return new PathValue(folder.isEmpty() ? "." : folder, resolved, span);
    }

    private List<EvaluatedValue> parents(Span span) {
        List<EvaluatedValue> parents = new ArrayList<>();
        PathValue path = parent(span);
        parents.add(path);
        while (!path.path.equals(".") && !path.path.endsWith(ABOVE)) {
            path = path.parent(span);
            parents.add(path);
        }
        return parents;
    }

    /** A name within this folder. */
    public PathValue below(String name, Span span) {
        return new PathValue(name.startsWith("/") ? name : path.equals(".") || path.isEmpty() ? name : path + "/" + name, resolved, span);
    }

    private EvaluatedValue joined(Invocation call) {
        PathValue joined = this;
        for (Arguments.Given given : call.rest()) {
            Optional<String> part = given.value() instanceof PathValue other
                    ? Optional.of(other.path())
                    : given.value() instanceof TextValue text ? Optional.of(text.value()) : Optional.empty();
            if (part.isEmpty()) {
                return call.refuse(EvalCode.ARGUMENT_KIND, "a path is joined with texts, and this is " + given.value().kind());
            }
            joined = joined.below(part.get(), call.span());
        }
        return joined;
    }

    @Override
    public Optional<EvaluatedValue> binary(
            BinaryOperator operator, EvaluatedValue other, boolean reflected, Operation syntax, Context context) {
        if (operator != BinaryOperator.DIVIDE) {
            return Optional.empty();
        }
        return switch (other) {
            case TextValue text when reflected -> Optional.of(new PathValue(text.value(), syntax.span()).below(path, syntax.span()));
            case TextValue text -> Optional.of(below(text.value(), syntax.span()));
            case PathValue right -> Optional.of(below(right.path, syntax.span()));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<String> text(Span syntax, Context context) {
        return Optional.of(path);
    }

    @Override
    public Optional<StaticKey> key(Span syntax, Context context) {
        return Optional.of(new StaticKey("path " + path));
    }

    @Override
    public String kind() {
        return "a path";
    }
}
