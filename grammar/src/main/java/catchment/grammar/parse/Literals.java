package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Expression;
import catchment.grammar.syntax.FormatPart;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes numbers and strings. */
final class Literals {
    /** A number with more digits than this is refused, as Python does: reading it takes quadratic time. */
    private static final int MOST_DIGITS = 4300;

    private final Expressions expressions;
    private final Findings findings;
    private final Refusals refusals;
    private final Spans spans;
    private final Escapes escapes;

    Literals(Expressions expressions, Findings findings, Refusals refusals) {
        this.expressions = expressions;
        this.findings = findings;
        this.refusals = refusals;
        this.spans = new Spans(findings.source());
        this.escapes = new Escapes(findings);
    }

    Expression number(SurfaceParser.NumberContext number) {
        Span span = spans.of(number);
        Token token = number.getStart();
        String text = token.getText().replace("_", "").toLowerCase(Locale.ROOT);
        return switch (token.getType()) {
            case SurfaceLexer.INTEGER -> integer(text, span);
            case SurfaceLexer.FLOAT -> decimal(text, span);
            default -> refusals.complex(text, span);
        };
    }

    private Expression integer(String text, Span span) {
        if (text.length() > MOST_DIGITS) {
            findings.add(Diagnostic.error(
                            SyntaxCode.NUMBER_FORMAT, span, "this number has more than " + MOST_DIGITS + " digits")
                    .hint("write long runs of digits, such as codes, in quotes"));
            return new Expression.Unsupported(span);
        }
        BigInteger value = text.startsWith("0x")
                ? new BigInteger(text.substring(2), 16)
                : text.startsWith("0o")
                        ? new BigInteger(text.substring(2), 8)
                        : text.startsWith("0b") ? new BigInteger(text.substring(2), 2) : new BigInteger(text);
        return new Expression.IntLiteral(value, span);
    }

    private Expression decimal(String text, Span span) {
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            findings.add(Diagnostic.error(SyntaxCode.NUMBER_FORMAT, span, "this number is too large to be kept")
                    .hint("the largest is about 1.8e308"));
            return new Expression.Unsupported(span);
        }
        return new Expression.FloatLiteral(value, span);
    }

    Expression strings(SurfaceParser.StringsContext strings) {
        Span span = spans.of(strings);
        List<FormatPart> parts = new ArrayList<>();
        boolean format = false;
        for (ParseTree part : strings.children) {
            switch (part) {
                case TerminalNode node -> {
                    Token token = node.getSymbol();
                    if (isBytes(token.getText())) {
                        return refusals.bytes(token.getText(), spans.of(node), span);
                    }
                    parts.add(new FormatPart.Literal(escapes.read(token), spans.of(node)));
                }
                case SurfaceParser.FormatStringContext nested -> {
                    format = true;
                    boolean raw = nested.getStart().getText().toLowerCase(Locale.ROOT).indexOf('r') >= 0;
                    parts(nested.formatPart(), raw, parts);
                }
                default -> throw new IllegalStateException("no string");
            }
        }
        if (format) {
            return new Expression.FormatString(parts, span);
        }
        StringBuilder text = new StringBuilder();
        for (FormatPart part : parts) {
            if (part instanceof FormatPart.Literal literal) {
                text.append(literal.text());
            }
        }
        return new Expression.StringLiteral(text.toString(), gaps(parts), span);
    }

    private static List<Span> gaps(List<FormatPart> literals) {
        List<Span> gaps = new ArrayList<>();
        for (int i = 1; i < literals.size(); i++) {
            Span before = literals.get(i - 1).span();
            gaps.add(new Span(before.file(), before.end(), literals.get(i).span().start()));
        }
        return gaps;
    }

    private static boolean isBytes(String text) {
        int quote = 0;
        while (text.charAt(quote) != '"' && text.charAt(quote) != '\'') {
            quote++;
        }
        return text.substring(0, quote).toLowerCase(Locale.ROOT).indexOf('b') >= 0;
    }

    private void parts(List<SurfaceParser.FormatPartContext> contexts, boolean raw, List<FormatPart> parts) {
        for (SurfaceParser.FormatPartContext context : contexts) {
            if (context.FORMAT_TEXT() != null) {
                Token token = context.FORMAT_TEXT().getSymbol();
                parts.add(new FormatPart.Literal(escapes.readFormat(token, raw), spans.of(token)));
            } else {
                parts.add(interpolation(context.interpolation(), raw));
            }
        }
    }

    private FormatPart interpolation(SurfaceParser.InterpolationContext context, boolean raw) {
        Expression value = expressions.read(context.getChild(1));
        String debug = "";
        char conversion = ' ';
        if (context.FORMAT_EQUAL() != null) {
            int from = context.FORMAT_OPEN().getSymbol().getStopIndex() + 1;
            Token next = Spans.first(context.getChild(context.children.indexOf(context.FORMAT_EQUAL()) + 1));
            debug = findings.source().text().substring(from, next.getStartIndex());
        }
        if (context.BANG() != null) {
            String name = context.NAME().getText();
            if (name.equals("r") || name.equals("s") || name.equals("a")) {
                conversion = name.charAt(0);
            } else {
                findings.add(Diagnostic.error(
                                SyntaxCode.FORMAT_BRACE,
                                spans.of(context.BANG(), context.NAME()),
                                "`!" + name + "` is no way to show a value in an f-string")
                        .hint("there are `!r`, `!s` and `!a`; `!=` compares"));
            }
        }
        List<FormatPart> specification = new ArrayList<>();
        parts(context.formatPart(), raw, specification);
        return new FormatPart.Interpolation(value, debug, conversion, specification, spans.of(context));
    }
}
