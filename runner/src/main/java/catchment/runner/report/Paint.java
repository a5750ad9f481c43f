package catchment.runner.report;

import catchment.grammar.diagnostic.Severity;

/** Colours, or none. */
record Paint(boolean coloured) {
    private static final String ESCAPE = "\u001b[";

    String bold(String text) {
        return painted("1", text);
    }

    String quiet(String text) {
        return painted("34", text);
    }

    String severity(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> painted("1;31", text);
            case WARNING -> painted("1;33", text);
            case NOTE -> painted("1;36", text);
        };
    }

    private String painted(String style, String text) {
        return coloured ? ESCAPE + style + "m" + text + ESCAPE + "0m" : text;
    }
}
