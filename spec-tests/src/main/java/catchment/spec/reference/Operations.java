package catchment.spec.reference;

import catchment.compiler.query.Catalogue;
import catchment.spec.cases.SpecPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of all operations: what the catalogue says of each, and where it is shown. */
final class Operations {
    private Operations() {}

    static String page(List<SpecPage> pages) {
        Map<String, List<Catalogue.Line>> byReceiver = new LinkedHashMap<>();
        for (Catalogue.Line entry : Usage.entries()) {
            byReceiver.computeIfAbsent(entry.receiver(), _ -> new ArrayList<>()).add(entry);
        }
        StringBuilder text = new StringBuilder(LanguageReference.MADE).append("# Operations\n");
        byReceiver.forEach((receiver, entries) -> {
            text.append("\n## ").append(receiver.isEmpty() ? "Functions" : "Of " + receiver).append("\n\n");
            text.append("| | gives | means | shown in |\n|---|---|---|---|\n");
            for (Catalogue.Line entry : entries) {
                text.append("| `").append(cell(entry.signature())).append("` | ").append(cell(entry.gives())).append(" | ").append(cell(entry.says())).append(" | ")
                        .append('[').append(title(entry.spec(), pages)).append("](").append(entry.spec()).append(".md)")
                        .append(" |\n");
            }
        });
        return text.toString();
    }

    private static String title(String id, List<SpecPage> pages) {
        return pages.stream().filter(page -> page.id().equals(id)).map(SpecPage::title).findFirst().orElse(id);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
