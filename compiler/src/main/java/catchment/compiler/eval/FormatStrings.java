package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.FormatPart;
import java.util.List;
import java.util.Optional;

/** Puts f-strings together. */
final class FormatStrings {
    private final Session session;

    FormatStrings(Session session) {
        this.session = session;
    }

    EvaluatedValue text(Expression.FormatString syntax) {
        return text(syntax.parts(), syntax.span())
                .<EvaluatedValue>map(text -> new TextValue(text, syntax.span()))
                .orElseGet(() -> new Poison(syntax.span()));
    }

    private Optional<String> text(List<FormatPart> parts, Span whole) {
        StringBuilder text = new StringBuilder();
        boolean known = true;
        for (FormatPart part : parts) {
            switch (part) {
                case FormatPart.Literal literal -> text.append(literal.text());
                case FormatPart.Interpolation interpolation -> {
                    Optional<String> value = interpolated(interpolation, whole);
                    value.ifPresent(text::append);
                    known &= value.isPresent();
                }
            }
        }
        session.budget().allocate(text.length());
        return known ? Optional.of(text.toString()) : Optional.empty();
    }

    private Optional<String> interpolated(FormatPart.Interpolation part, Span whole) {
        EvaluatedValue value = session.expressions().evaluate(part.value());
        Optional<String> specification = text(part.specification(), whole);
        if (value instanceof Poison || specification.isEmpty()) {
            return Optional.empty();
        }
        Optional<Diagnostic> accident = session.accident(value);
        if (accident.isPresent()) {
            session.report(accident.get());
            return Optional.empty();
        }
        boolean debug = !part.debug().isEmpty();
        boolean representation =
                part.conversion() == 'r' || part.conversion() == 'a' || debug && part.conversion() == ' ' && specification.get().isEmpty();
        Optional<String> text;
        if (representation || part.conversion() == 's') {
            text = (representation
                            ? Texts.representation(value, whole, session)
                            : Texts.display(value, whole, session))
                    .flatMap(shown -> FormatSpecification.apply(
                            new TextValue(shown, part.span()), specification.get(), part.span(), whole, session));
        } else {
            text = FormatSpecification.apply(value, specification.get(), part.span(), whole, session);
        }
        return text.map(shown -> debug ? label(part.debug()) + shown : shown);
    }

    /** The text before the value of {@code {x=}}. */
    private static String label(String debug) {
        return debug.contains("=") ? debug : debug + "=";
    }
}
