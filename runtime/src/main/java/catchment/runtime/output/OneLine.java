package catchment.runtime.output;

/** A value on one line of a terminal, which it cannot disturb. */
public final class OneLine {
    private OneLine() {}

    /** The text with signs in place of line ends, tabs and control characters. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> shown.append(Character.isISOControl(point) ? "\\u%04x".formatted(point) : Character.toString(point));
            }
        });
        return shown.toString();
    }
}
