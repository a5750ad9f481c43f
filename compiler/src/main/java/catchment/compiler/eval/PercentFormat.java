package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code "%s of %d" % (a, b)}. */
final class PercentFormat {
    private static final Pattern FIELD = Pattern.compile("%(-?\\d*(?:\\.\\d+)?)([sdifrgeGx%])");

    private final Session session;

    PercentFormat(Session session) {
        this.session = session;
    }

    EvaluatedValue apply(TextValue format, EvaluatedValue right, Span span) {
        List<EvaluatedValue> values =
                right instanceof Collection.TupleValue tuple ? tuple.elements() : List.of(right);
        Matcher fields = FIELD.matcher(format.value());
        StringBuilder text = new StringBuilder();
        int from = 0;
        int next = 0;
        while (fields.find()) {
            text.append(format.value(), from, fields.start());
            from = fields.end();
            if (fields.group(2).equals("%")) {
                text.append('%');
                continue;
            }
            if (next >= values.size()) {
                return refuse(span, "the format has more fields than values");
            }
            Optional<String> field = field(values.get(next++), fields.group(1), fields.group(2), span);
            if (field.isEmpty()) {
                return new Poison(span);
            }
            text.append(field.get());
        }
        text.append(format.value().substring(from));
        return next < values.size()
                ? refuse(span, "the format has fewer fields than values")
                : new TextValue(text.toString(), span);
    }

    private Optional<String> field(EvaluatedValue value, String width, String kind, Span span) {
        String alignment = width.startsWith("-") ? "<" + width.substring(1) : width;
        return switch (kind) {
            case "s", "r" -> (kind.equals("r")
                            ? Texts.representation(value, span, session)
                            : Texts.display(value, span, session))
                    .flatMap(text -> FormatSpecification.apply(
                            new TextValue(text, span), alignment.isEmpty() || alignment.startsWith("<") ? alignment : ">" + alignment, span, span, session));
            case "i" -> FormatSpecification.apply(value, alignment + "d", span, span, session);
            default -> FormatSpecification.apply(value, alignment + kind, span, span, session);
        };
    }

    private Poison refuse(Span span, String message) {
        return session.refuse(Diagnostic.error(EvalCode.FORMAT_SPECIFICATION, span, message)
                .hint("an f-string is easier to read: `f\"{first} of {second}\"`"));
    }
}
