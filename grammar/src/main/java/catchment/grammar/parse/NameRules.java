package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.OptionalInt;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Names with something in them that no name can have. */
final class NameRules {
    private static final Set<String> DECLARERS =
            Set.of("let", "var", "const", "int", "str", "string", "float", "double", "bool", "boolean", "date", "val", "my", "local", "dim");

    private NameRules() {}

    static boolean mend(Spot spot) {
        return printed(spot) || declared(spot) || spaced(spot) || dashed(spot) || afterDot(spot);
    }

    /** {@code print x}. */
    private static boolean printed(Spot spot) {
        if (spot.index() != 1 || spot.type(0) != SurfaceLexer.NAME || !Words.startsValue(spot.here())) {
            return false;
        }
        String word = spot.text(0);
        if (!word.equals("print") && !word.equals("show") && !word.equals("exec")) {
            return false;
        }
        String rest = spot.shown(1, spot.last());
        spot.say(Diagnostic.error(SyntaxCode.PRINT_STATEMENT, spot.span(0, spot.last()), "`" + word + "` is a function: what it shows stands in parentheses")
                .hint("write `" + word + "(" + rest + ")`")
                .fix(new Span(spot.span(0).file(), spot.span(0).end(), spot.span(1).start()), "(")
                .fix(spot.span(spot.last()).after(), ")"));
        spot.insert(1, SurfaceLexer.LEFT_PAREN, "(");
        spot.insert(spot.last() + 1, SurfaceLexer.RIGHT_PAREN, ")");
        return true;
    }

    /** {@code let x = 3}, {@code int x = 3}. */
    private static boolean declared(Spot spot) {
        if (spot.index() != 1 || spot.here() != SurfaceLexer.NAME || spot.type(2) != SurfaceLexer.ASSIGN || !DECLARERS.contains(spot.text(0))) {
            return false;
        }
        spot.say(Diagnostic.error(SyntaxCode.UNEXPECTED_TEXT, spot.span(0), "`" + spot.text(0) + "` is not written before a name that is set")
                .hint("write `" + spot.text(1) + " = …`")
                .fix(new Span(spot.span(0).file(), spot.span(0).start(), spot.span(1).start()), ""));
        spot.remove(0, 0);
        return true;
    }

    /** {@code ast dx = …}, {@code def add np(…)}, {@code f(ast dx)}. */
    private static boolean spaced(Spot spot) {
        int at = spot.index();
        if (spot.before() != SurfaceLexer.NAME || !isNamePart(spot, at)) {
            return false;
        }
        int start = at - 1;
        int end = at;
        while (isNamePart(spot, end + 1)) {
            end++;
        }
        // The longest run of words that makes a name used elsewhere is what was meant.
        String joined = joined(spot, start, end);
        OptionalInt used = spot.names().line(joined);
        while (used.isEmpty() && end > at) {
            String shorter = joined(spot, start, end - 1);
            if (spot.names().uses(shorter)) {
                end--;
                joined = shorter;
                used = spot.names().line(joined);
            } else {
                break;
            }
        }
        if (used.isEmpty() && !isTarget(spot, start, end)) {
            return false;
        }
        String written = spot.shown(start, end);
        spot.say(Diagnostic.error(SyntaxCode.SPACE_IN_NAME, spot.span(start, end), "a name cannot contain a space: `" + written + "`")
                .hint(
                        used.isPresent()
                                ? "`" + joined + "` is used on line " + used.getAsInt() + ", so join the words with `_`"
                                : "join the words with `_`: `" + joined + "`")
                .fix(spot.span(start, end), joined));
        spot.join(start, end, SurfaceLexer.NAME, joined);
        return true;
    }

    /** A word that can be a piece of a name with spaces in it; words of the language only where what follows shows that a name is meant. */
    private static boolean isNamePart(Spot spot, int at) {
        int type = spot.type(at);
        if (type == SurfaceLexer.NAME || type == SurfaceLexer.INTEGER) {
            return true;
        }
        int after = spot.type(at + 1);
        boolean nameFollows = after == SurfaceLexer.ASSIGN || after == SurfaceLexer.NAME;
        return Words.isKeyword(type) && nameFollows && spot.type(0) != SurfaceLexer.FOR && !joinsValues(type);
    }

    private static boolean joinsValues(int type) {
        return switch (type) {
            case SurfaceLexer.IN, SurfaceLexer.IF, SurfaceLexer.ELSE, SurfaceLexer.AND, SurfaceLexer.OR, SurfaceLexer.NOT,
                    SurfaceLexer.IS, SurfaceLexer.FOR, SurfaceLexer.AS, SurfaceLexer.IMPORT -> true;
            default -> false;
        };
    }

    private static String joined(Spot spot, int start, int end) {
        StringBuilder joined = new StringBuilder();
        for (int i = start; i <= end; i++) {
            String part = spot.text(i);
            boolean ends = joined.isEmpty() || joined.charAt(joined.length() - 1) == '_' || part.startsWith("_");
            joined.append(ends ? "" : "_").append(part);
        }
        return joined.toString();
    }

    /** True where only a name can stand: before {@code =}, after {@code def}. */
    private static boolean isTarget(Spot spot, int start, int end) {
        int after = spot.type(end + 1);
        boolean defined = (spot.type(0) == SurfaceLexer.DEF || spot.type(0) == SurfaceLexer.CLASS)
                && start == 1
                && (after == SurfaceLexer.LEFT_PAREN || after == SurfaceLexer.COLON);
        boolean compared = after == SurfaceLexer.EQUAL && spot.enclosing(start) < 0 && spot.startOfValue(start) == 0;
        boolean set = after == SurfaceLexer.ASSIGN || after == SurfaceLexer.AUGMENTED || compared;
        boolean argument = set && spot.enclosing(start) >= 0 && spot.type(start - 1) != SurfaceLexer.COMMA && !Words.isOpener(spot.type(start - 1));
        boolean looped = spot.type(start - 1) == SurfaceLexer.FOR && after == SurfaceLexer.IN;
        boolean imported = spot.type(start - 1) == SurfaceLexer.IMPORT && start == 1 || spot.type(start - 1) == SurfaceLexer.AS;
        boolean dotted = spot.type(start - 1) == SurfaceLexer.DOT && spot.enclosing(start) < 0;
        boolean attribute = dotted && !Line.startsBlock(spot.type(0)) && after == Token.EOF;
        boolean method = dotted && after == SurfaceLexer.LEFT_PAREN;
        return method || defined || set && !argument || looped || imported || attribute;
    }

    /** {@code def had-event(…)}, {@code for age-group in …}. */
    private static boolean dashed(Spot spot) {
        int at = spot.index();
        boolean named = spot.type(0) == SurfaceLexer.DEF || spot.type(0) == SurfaceLexer.CLASS;
        if (!named || at < 2 || spot.before() != SurfaceLexer.NAME || spot.atEnd() || !spot.touches(at - 1) || !spot.touches(at)) {
            return false;
        }
        int type = spot.here();
        if (!Words.isOperator(type) && type != SurfaceLexer.DOT) {
            return false;
        }
        int end = at;
        while (end + 1 <= spot.last() && spot.touches(end) && (spot.type(end + 1) == SurfaceLexer.NAME || Words.isNumber(spot.type(end + 1)) || spot.type(end + 1) == type)) {
            end++;
        }
        NameCharacters.say(spot.findings(), spot.span(at - 1, end));
        spot.join(at - 1, end, SurfaceLexer.NAME, NameCharacters.better(spot.findings().source().text(spot.span(at - 1, end))));
        return true;
    }

    /** {@code dataset.}, {@code a..b}, {@code dataset."age"}. */
    private static boolean afterDot(Spot spot) {
        if (spot.before() != SurfaceLexer.DOT) {
            return false;
        }
        int at = spot.index();
        if (spot.here() == SurfaceLexer.DOT || spot.here() == SurfaceLexer.ELLIPSIS) {
            spot.say(Diagnostic.error(SyntaxCode.UNEXPECTED_TEXT, spot.span(at), "two dots follow each other")
                    .hint("one dot stands before a column or a method")
                    .fix(spot.span(at), ""));
            spot.remove(at, at);
            return true;
        }
        if (spot.here() == SurfaceLexer.STRING) {
            String inside = spot.text(at).replaceAll("^[A-Za-z]*[\"']+|[\"']+$", "");
            String better = NameCharacters.better(inside);
            spot.say(Diagnostic.error(SyntaxCode.NAME_CHARACTER, spot.span(at), "after a dot stands a name without quotes")
                    .hint("write `." + better + "`")
                    .fix(spot.span(at), better));
            spot.replace(at, SurfaceLexer.NAME, better);
            return true;
        }
        if (Words.startsValue(spot.here()) || Words.isKeyword(spot.here())) {
            return false;
        }
        String owner = spot.shown(spot.startOfValue(at - 2), at - 2);
        spot.say(Diagnostic.error(SyntaxCode.VALUE_MISSING, spot.span(at - 1), "after the dot a name is missing")
                .hint("write the column or method of `" + owner + "` that is meant, or delete the dot")
                .fix(spot.span(at - 1), ""));
        spot.insert(at, SurfaceLexer.NAME, "_");
        spot.line().markGuessed();
        return true;
    }
}
