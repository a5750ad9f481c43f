package catchment.runtime.data;

/** A value as a message shows it: on one line, and not for pages. */
final class Shown {
    private static final int LENGTH = 40;

    private Shown() {}

    static String of(String value) {
        StringBuilder shown = new StringBuilder("`");
        int points = 0;
        for (int at = 0; at < value.length(); at += Character.charCount(value.codePointAt(at))) {
            if (points++ == LENGTH) {
                shown.append('…');
                break;
            }
            int point = value.codePointAt(at);
            switch (point) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> {
                    if (Character.isISOControl(point)) {
                        shown.append(String.format("\\u%04x", point));
                    } else {
                        shown.appendCodePoint(point);
                    }
                }
            }
        }
        return shown.append('`').toString();
    }
}
