package catchment.runtime.debug;

import java.util.List;
import java.util.Optional;

/** A table for an editor that shows HTML: on one line, between two comments by which it is found. */
public final class HtmlLayout {
    private HtmlLayout() {}

    /** The lines. */
    public static List<String> lines(ShownTable table) {
        StringBuilder html = new StringBuilder("<table><thead>");
        row(html, "th", table.columns());
        html.append("</thead><tbody>");
        for (Optional<List<String>> row : table.shownRows()) {
            if (row.isPresent()) {
                row(html, "td", row.get().stream().toList());
            } else {
                html.append("<tr>").repeat("<td>&hellip;</td>", table.columns().size()).append("</tr>");
            }
        }
        html.append("</tbody></table>");
        return List.of("<!-- start debug output -->", html.toString(), "<!-- end debug output -->");
    }

    private static void row(StringBuilder html, String element, List<String> cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append('<').append(element).append('>').append(escaped(cell)).append("</").append(element).append('>');
        }
        html.append("</tr>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("\\R", "<br>");
    }
}
