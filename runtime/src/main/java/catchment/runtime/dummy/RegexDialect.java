package catchment.runtime.dummy;

import java.util.Map;

/**
 * Says a pattern of RE2, the dialect that constraints are checked with, in the words of the library that makes text, which knows neither {@code (?i)} nor
 * {@code [[:alpha:]]} nor a brace for itself. Leaves out what only lets more match: flags, and whether a repeat is lazy.
 */
final class RegexDialect {
    private static final int USUAL_REPEATS = 8;
    private static final double REPEATS_TOGETHER = 2_000;

    private static final Map<Character, Character> CONTROLS = Map.of('a', '\u0007', 'f', '\f', 'n', '\n', 'r', '\r', 't', '\t', 'v', '\u000b');
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("alnum", "0-9A-Za-z"),
            Map.entry("alpha", "A-Za-z"),
            Map.entry("ascii", " -~"),
            Map.entry("blank", "\t "),
            Map.entry("digit", "0-9"),
            Map.entry("graph", "!-~"),
            Map.entry("lower", "a-z"),
            Map.entry("print", " -~"),
            Map.entry("punct", "!-\\/:-@\\[-`{-~"),
            Map.entry("space", "\t "),
            Map.entry("upper", "A-Z"),
            Map.entry("word", "0-9A-Za-z_"),
            Map.entry("xdigit", "0-9A-Fa-f"));

    private final String regex;
    private final StringBuilder said = new StringBuilder();
    private int at;
    private int depth;
    private int deepest;

    private RegexDialect(String regex) {
        this.regex = regex;
    }

    /**
     * A pattern in the library's words.
     *
     * @param repeats how often at most what may be repeated without end is to be: few where repeats lie within each other
     */
    record Said(String pattern, int repeats) {}

    /** The same pattern. */
    static Said translate(String regex) {
        return new RegexDialect(regex).translate();
    }

    private Said translate() {
        while (at < regex.length()) {
            step();
        }
        int repeats = (int) Math.clamp((long) Math.pow(REPEATS_TOGETHER, 1.0 / (deepest + 1)), 1, USUAL_REPEATS);
        return new Said(said.toString(), repeats);
    }

    private void step() {
        char first = regex.charAt(at);
        switch (first) {
            case '(' -> open();
            case ')' -> {
                at++;
                depth--;
                said.append(')');
            }
            case '[' -> characters();
            case '\\' -> escaped();
            case '*', '+', '?' -> {
                at++;
                said.append(first);
                lazy();
            }
            case '{' -> repeat();
            case '^', '$', '|', '.' -> {
                at++;
                said.append(first);
            }
            default -> {
                at++;
                literal(first);
            }
        }
    }

    private void open() {
        at++;
        if (regex.startsWith("?", at)) {
            int end = at + 1;
            while (":)>".indexOf(regex.charAt(end)) < 0) {
                end++;
            }
            at = end + 1;
            if (regex.charAt(end) == ')') {
                return;
            }
        }
        said.append("(?:");
        deepest = Math.max(deepest, ++depth);
    }

    private void lazy() {
        if (regex.startsWith("?", at)) {
            at++;
        }
    }

    /** {@code {2,5}}; what only begins like one is a brace. */
    private void repeat() {
        int end = regex.indexOf('}', at);
        String bounds = end < 0 ? "" : regex.substring(at + 1, end);
        int comma = bounds.indexOf(',');
        String least = comma < 0 ? bounds : bounds.substring(0, comma);
        if (!isNumber(least) || comma >= 0 && comma + 1 < bounds.length() && !isNumber(bounds.substring(comma + 1))) {
            at++;
            literal('{');
            return;
        }
        said.append('{').append(bounds).append('}');
        at = end + 1;
        lazy();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 6 && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** A piece of text, a class, or a place. */
    private void escaped() {
        char which = regex.charAt(at + 1);
        at += 2;
        switch (which) {
            case 'A', 'z', 'b', 'B' -> {
                // Places, not text: whether they hold is seen of the whole.
            }
            case 'd', 'D', 'w', 'W', 's', 'S' -> said.append('\\').append(which);
            case 'p', 'P' -> {
                int end = regex.startsWith("{", at) ? regex.indexOf('}', at) + 1 : at + 1;
                String name = regex.substring(at, end);
                said.append('\\').append(which).append(name.startsWith("{") ? name : "{" + name + "}");
                at = end;
            }
            case 'Q' -> {
                int end = regex.indexOf("\\E", at);
                regex.substring(at, end < 0 ? regex.length() : end).chars().forEach(character -> literal((char) character));
                at = end < 0 ? regex.length() : end + 2;
            }
            case 'x' -> {
                boolean braces = regex.startsWith("{", at);
                int end = braces ? regex.indexOf('}', at) : at + 2;
                code(Integer.parseInt(regex.substring(braces ? at + 1 : at, end), 16));
                at = braces ? end + 1 : end;
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                int end = at;
                while (end < regex.length() && end < at + 2 && regex.charAt(end) >= '0' && regex.charAt(end) <= '7') {
                    end++;
                }
                code(Integer.parseInt(regex.substring(at - 1, end), 8));
                at = end;
            }
            default -> literal(CONTROLS.getOrDefault(which, which));
        }
    }

    private void code(int codePoint) {
        Character.toString(codePoint).chars().forEach(character -> literal((char) character));
    }

    private void literal(char character) {
        if ("\\^$.|?*+()[]{}-/&".indexOf(character) >= 0) {
            said.append('\\');
        }
        said.append(character);
    }

    private void characters() {
        said.append('[');
        at++;
        if (regex.startsWith("^", at)) {
            said.append('^');
            at++;
        }
        for (boolean first = true; first || regex.charAt(at) != ']'; first = false) {
            member();
        }
        at++;
        said.append(']');
    }

    private void member() {
        int end = regex.startsWith("[:", at) ? regex.indexOf(":]", at) : -1;
        if (end > 0 && CLASSES.containsKey(regex.substring(at + 2, end))) {
            said.append(CLASSES.get(regex.substring(at + 2, end)));
            at = end + 2;
        } else if (regex.charAt(at) == '\\') {
            escaped();
        } else if (regex.charAt(at) == '-') {
            boolean range = said.charAt(said.length() - 1) != '[' && regex.charAt(at + 1) != ']';
            said.append(range ? "-" : "\\-");
            at++;
        } else {
            literal(regex.charAt(at++));
        }
    }
}
