package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Words of the language where a name is wanted, and words that were meant to be words of the language. */
final class KeywordRules {
    private static final Map<String, Integer> STARTERS = Map.ofEntries(
            Map.entry("if", SurfaceLexer.IF), Map.entry("elif", SurfaceLexer.ELIF), Map.entry("else", SurfaceLexer.ELSE),
            Map.entry("for", SurfaceLexer.FOR), Map.entry("def", SurfaceLexer.DEF),
            Map.entry("return", SurfaceLexer.RETURN), Map.entry("import", SurfaceLexer.IMPORT),
            Map.entry("from", SurfaceLexer.FROM), Map.entry("class", SurfaceLexer.CLASS),
            Map.entry("assert", SurfaceLexer.ASSERT), Map.entry("raise", SurfaceLexer.RAISE),
            Map.entry("with", SurfaceLexer.WITH), Map.entry("while", SurfaceLexer.WHILE), Map.entry("del", SurfaceLexer.DEL));

    /** What other languages call them. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("elseif", "elif"), Map.entry("elsif", "elif"), Map.entry("elseIf", "elif"), Map.entry("function", "def"), Map.entry("func", "def"),
            Map.entry("fn", "def"), Map.entry("define", "def"), Map.entry("sub", "def"), Map.entry("foreach", "for"),
            Map.entry("otherwise", "else"), Map.entry("using", "import"), Map.entry("include", "import"),
            Map.entry("require", "import"), Map.entry("source", "import"), Map.entry("throw", "raise"), Map.entry("when", "if"), Map.entry("unless", "if"));

    private KeywordRules() {}

    /** {@code class = 1}, {@code dataset.is = …}, {@code f(from=x)}. */
    static boolean keywordAsName(Spot spot) {
        int at = spot.index();
        if (spot.here() == SurfaceLexer.ASSIGN && Words.isKeyword(spot.before()) && !isConstant(spot.before())) {
            at--;
        } else if (!Words.isKeyword(spot.here()) || !wantsName(spot, at)) {
            return false;
        }
        String word = spot.text(at);
        boolean fallback = word.equals("else") && isArgumentOf("case", spot, at);
        String better = fallback ? "otherwise" : betterName(word);
        spot.say(Diagnostic.error(
                        SyntaxCode.KEYWORD_AS_NAME, spot.span(at), "`" + word + "` is a word of the language and cannot be a name")
                .hint(fallback ? "what a `case` gives where no branch fits is called `otherwise`: write `otherwise=…`" : "use another name, such as `" + better + "`")
                .fix(spot.span(at), better));
        spot.replace(at, SurfaceLexer.NAME, better);
        return true;
    }

    private static boolean isArgumentOf(String function, Spot spot, int at) {
        int bracket = spot.enclosing(at);
        return bracket > 0 && spot.type(at + 1) == SurfaceLexer.ASSIGN && spot.text(bracket - 1).equals(function);
    }

    private static boolean isConstant(int type) {
        return type == SurfaceLexer.TRUE || type == SurfaceLexer.FALSE || type == SurfaceLexer.NONE;
    }

    private static boolean wantsName(Spot spot, int at) {
        int before = spot.type(at - 1);
        int after = spot.type(at + 1);
        boolean afterNamer = before == SurfaceLexer.DOT
                || before == SurfaceLexer.DEF
                || before == SurfaceLexer.AS
                || before == SurfaceLexer.FOR && after == SurfaceLexer.IN
                || before == SurfaceLexer.CLASS && at == 1;
        boolean parameter = spot.type(0) == SurfaceLexer.DEF
                && at > 2
                && (after == SurfaceLexer.COMMA || after == SurfaceLexer.RIGHT_PAREN || after == SurfaceLexer.ASSIGN);
        return afterNamer || parameter || after == SurfaceLexer.ASSIGN && !isConstant(spot.here());
    }

    private static String betterName(String word) {
        return switch (word) {
            case "from" -> "start";
            case "class" -> "category";
            case "import" -> "imported";
            case "in" -> "within";
            case "with" -> "having";
            default -> word.toLowerCase(Locale.ROOT) + "_value";
        };
    }

    /** {@code esle:}, {@code If x:}, {@code function f(x):}. */
    static boolean misspelt(Spot spot) {
        if (spot.type(0) != SurfaceLexer.NAME || spot.type(1) == SurfaceLexer.DOT || spot.type(1) == SurfaceLexer.ASSIGN) {
            return false;
        }
        String word = spot.text(0);
        boolean head = spot.type(spot.last()) == SurfaceLexer.COLON;
        if (spot.index() > 4 && !head) {
            return false;
        }
        Optional<String> meant = candidates(word).filter(keyword -> fits(spot, STARTERS.get(keyword), head)).findFirst();
        if (meant.isEmpty()) {
            return false;
        }
        spot.say(Diagnostic.error(
                        SyntaxCode.KEYWORD_MISSPELT, spot.span(0), "`" + word + "` is no word of the language")
                .hint("did `" + meant.get() + "` get misspelt? Write `" + meant.get() + "`")
                .fix(spot.span(0), meant.get()));
        spot.replace(0, STARTERS.get(meant.get()), meant.get());
        return true;
    }

    private static Stream<String> candidates(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Stream.concat(
                Optional.ofNullable(ELSEWHERE.get(word)).stream(),
                STARTERS.keySet().stream()
                        .filter(keyword -> keyword.equals(lower) || Spelling.isSlip(lower, keyword))
                        .sorted());
    }

    /** True if the line can be one that starts with this word. */
    private static boolean fits(Spot spot, int type, boolean head) {
        int next = spot.type(1);
        boolean value = Words.startsValue(next)
                || Words.isOpener(next)
                || next == SurfaceLexer.NOT
                || next == SurfaceLexer.TILDE
                || next == SurfaceLexer.DOT;
        if (Line.startsBlock(type) != head || !(value || type == SurfaceLexer.ELSE)) {
            return false;
        }
        return switch (type) {
            case SurfaceLexer.FOR -> spot.within(-1, SurfaceLexer.IN);
            case SurfaceLexer.FROM -> spot.within(-1, SurfaceLexer.IMPORT);
            case SurfaceLexer.DEF -> next == SurfaceLexer.NAME;
            case SurfaceLexer.ELSE -> next == SurfaceLexer.COLON;
            default -> true;
        };
    }

    /** {@code a AND b}, {@code NOT x}: operators as another language writes them. */
    static boolean shouted(Spot spot) {
        for (int at = spot.index(); at >= spot.index() - 1 && at >= 0; at--) {
            if (spot.type(at) == SurfaceLexer.NAME && shouted(spot, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean shouted(Spot spot, int at) {
        String word = spot.text(at);
        boolean between = Words.endsValue(spot.type(at - 1));
        return switch (word) {
            case "AND", "And", "et" -> between && shouted(spot, at, "and", SurfaceLexer.AND, "to join two conditions on patients write `&`");
            case "OR", "Or" -> between && shouted(spot, at, "or", SurfaceLexer.OR, "to join two conditions on patients write `|`");
            case "NOT", "Not" -> shouted(spot, at, "not", SurfaceLexer.NOT, "to turn a condition on patients round write `~`");
            case "IN", "In" -> between && shouted(spot, at, "in", SurfaceLexer.IN, "to test a column write `.is_in([…])`");
            case "notin" -> between && shouted(spot, at, "not in", SurfaceLexer.IN, "in two words: `not in`; to test a column write `.is_not_in([…])`");
            case "isnot" -> between && shouted(spot, at, "is not", SurfaceLexer.IS, "in two words: `is not`; to test a column write `.is_not_null()` or `!=`");
            case "xor", "XOR" -> between && shouted(spot, at, "!=", SurfaceLexer.NOT_EQUAL, "of two conditions exactly one holds where they differ: `a != b`");
            case "mod", "MOD" -> between && shouted(spot, at, "%", SurfaceLexer.PERCENT, "the remainder of a division is written `%`");
            case "eq", "EQ" -> between && shouted(spot, at, "==", SurfaceLexer.EQUAL, "to compare write `==`");
            default -> false;
        };
    }

    private static boolean shouted(Spot spot, int at, String meant, int type, String hint) {
        spot.say(Diagnostic.error(
                        SyntaxCode.OPERATOR_FOREIGN, spot.span(at), "`" + spot.text(at) + "` is no operator here")
                .hint(hint)
                .fix(spot.span(at), meant.equals("and") ? "&" : meant.equals("or") ? "|" : meant.equals("not") ? "~" : meant));
        spot.replace(at, type, meant);
        return true;
    }
}
