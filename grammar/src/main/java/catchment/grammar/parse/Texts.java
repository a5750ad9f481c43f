package catchment.grammar.parse;

/** Pieces of the text as they are shown in a message. */
final class Texts {
    private static final int LONGEST = 40;

    private Texts() {}

    /** On one line, and not longer than a message bears. */
    static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 2)) + " …";
    }
}
