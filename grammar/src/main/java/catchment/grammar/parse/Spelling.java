package catchment.grammar.parse;

/** Whether one word is another with a slip of the finger. */
final class Spelling {
    private Spelling() {}

    /** True if one letter is wrong, missing, too many, or two neighbours are swapped. */
    static boolean isSlip(String written, String meant) {
        if (written.equals(meant) || Math.abs(written.length() - meant.length()) > 1 || meant.length() < 3 && written.length() < 3) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(written.length(), meant.length());
        while (same < shorter && written.charAt(same) == meant.charAt(same)) {
            same++;
        }
        String left = written.substring(same);
        String right = meant.substring(same);
        if (left.length() == right.length()) {
            boolean swapped = left.length() >= 2
                    && left.charAt(0) == right.charAt(1)
                    && left.charAt(1) == right.charAt(0)
                    && left.substring(2).equals(right.substring(2));
            return swapped || left.substring(1).equals(right.substring(1));
        }
        return left.length() > right.length() ? left.substring(1).equals(right) : right.substring(1).equals(left);
    }
}
