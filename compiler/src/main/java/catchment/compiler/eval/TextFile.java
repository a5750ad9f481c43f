package catchment.compiler.eval;

import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An open file of the study: what {@code open(path)} gives. It is read whole when it is opened. */
public final class TextFile implements Behaviour {
    private static final List<String> NAMES = List.of("read", "readlines", "readline", "close", "name");

    private final SourceText source;
    private final Span origin;
    private final List<String> lines;

    TextFile(SourceText source, Span origin) {
        this.source = source;
        this.origin = origin;
        this.lines = new ArrayList<>(List.of(source.text().split("(?<=\n)")));
        if (source.text().isEmpty()) {
            lines.clear();
        }
    }

    /** What the file holds. */
    public SourceText source() {
        return source;
    }

    @Override
    public Optional<EvaluatedValue> attribute(Expression.Attribute syntax, Context context) {
        return switch (syntax.name()) {
            case "read" -> Optional.of(NativeFunction.of("read", "", call -> {
                String rest = String.join("", lines);
                lines.clear();
                return new TextValue(rest, call.span());
            }));
            case "readlines" -> Optional.of(NativeFunction.of("readlines", "", call -> new Collection.ListValue(rest(), call.span())));
            case "readline" -> Optional.of(NativeFunction.of(
                    "readline", "", call -> new TextValue(lines.isEmpty() ? "" : lines.removeFirst(), call.span())));
            case "close" -> Optional.of(NativeFunction.of("close", "", call -> new NoneValue(call.span())));
            case "name" -> Optional.of(new TextValue(source.file(), syntax.span()));
            default -> Optional.empty();
        };
    }

    @Override
    public List<String> attributeNames() {
        return NAMES;
    }

    private List<EvaluatedValue> rest() {
        List<EvaluatedValue> rest = new ArrayList<>();
        lines.forEach(line -> rest.add(new TextValue(line, origin)));
        lines.clear();
        return rest;
    }

    @Override
    public Optional<List<EvaluatedValue>> iterate(Span syntax, Context context) {
        return Optional.of(rest());
    }

    @Override
    public Span origin() {
        return origin;
    }

    @Override
    public String kind() {
        return "an open file";
    }
}
