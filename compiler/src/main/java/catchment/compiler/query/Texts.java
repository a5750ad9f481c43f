package catchment.compiler.query;

/** Texts that a database can hold. */
final class Texts {
    private Texts() {}

    /** False for a text with a NUL character or half a surrogate pair. */
    static boolean storable(String text) {
        if (text.indexOf('\0') >= 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
