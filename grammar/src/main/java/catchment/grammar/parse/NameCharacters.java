package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;

/** A character that cannot be part of a name, where a name is given. */
final class NameCharacters {
    private NameCharacters() {}

    /** Says which character of the name at {@code span} is none of a name's. */
    static void say(Findings findings, Span span) {
        String written = findings.source().text(span);
        findings.add(Diagnostic.error(SyntaxCode.NAME_CHARACTER, span, message(written))
                .hint("use `" + better(written) + "`: names are letters, digits and `_`, and start with a letter")
                .fix(span, better(written)));
    }

    private static String message(String written) {
        if (Character.isDigit(written.codePointAt(0))) {
            return "a name cannot start with a digit: `" + written + "`";
        }
        String odd = written.codePoints()
                .filter(c -> !Character.isUnicodeIdentifierPart(c) && !Character.isWhitespace(c))
                .mapToObj(Character::toString)
                .findFirst()
                .orElse(" ");
        return odd.equals("-")
                ? "`-` is the minus sign and cannot be part of a variable name"
                : odd.isBlank() ? "a name cannot contain a space: `" + written + "`" : "`" + odd + "` cannot be part of a variable name";
    }

    /** A name near to what is written. */
    static String better(String written) {
        String name = written.strip()
                .replace("+", "_plus_")
                .replace("%", "_percent_")
                .replace("&", "_and_")
                .replace(">", "_over_")
                .replace("<", "_under_")
                .replaceAll("[^\\p{L}\\p{N}_]+", "_")
                .replaceAll("__+", "_")
                .replaceAll("(?<=.)_$", "");
        if (!name.isEmpty() && Character.isDigit(name.codePointAt(0))) {
            // The part with the digits goes last: 1st_dose is dose_1st.
            int end = name.indexOf('_');
            name = end > 0 && end + 1 < name.length() && Character.isLetter(name.charAt(end + 1))
                    ? name.substring(end + 1) + "_" + name.substring(0, end)
                    : "n_" + name;
        }
        return name.isEmpty() ? "name" : name;
    }
}
