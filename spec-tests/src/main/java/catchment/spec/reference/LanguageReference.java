package catchment.spec.reference;

import catchment.spec.cases.Block;
import catchment.spec.cases.SpecPage;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The language reference: an index, the operations, and a page for each page of the specification. */
public final class LanguageReference {
    /** What every page says of itself. */
    static final String MADE = "<!-- Made from spec-tests/src/main/resources/spec and the catalogue of operations; run the tests with -Dspec.accept to rewrite it. -->\n";

    private static final Map<String, String> TOPICS = Map.ofEntries(
            Map.entry("frames", "Rows: keeping, sorting, picking, counting"),
            Map.entry("series", "Values: combining, null, lists, mappings"),
            Map.entry("booleans", "True and false"),
            Map.entry("programs", "The program around it"),
            Map.entry("numbers", "Numbers"),
            Map.entry("strings", "Text"),
            Map.entry("dates", "Dates and durations"),
            Map.entry("codes", "Codes and codelists"),
            Map.entry("cases", "Cases"),
            Map.entry("population", "Population, outputs, settings"),
            Map.entry("tables", "Methods of the standard tables"),
            Map.entry("refusals", "What is refused"));
    private static final List<String> ORDER = List.of(
            "population", "frames", "series", "booleans", "numbers", "strings", "dates", "codes", "cases", "tables", "programs", "refusals");

    private LanguageReference() {}

    /**
     * The text of every page, by its path within {@code docs/language}.
     *
     * @param pages all pages of the specification
     */
    public static SortedMap<String, String> pages(List<SpecPage> pages) {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("README.md", index(pages));
        texts.put("operations.md", Operations.page(pages));
        for (SpecPage page : pages) {
            texts.put(page.id() + ".md", ReferencePage.of(page));
        }
        return texts;
    }

    private static String index(List<SpecPage> pages) {
        StringBuilder text = new StringBuilder(MADE);
        text.append("""
                # The language

                Every statement here is a test: the tables, the definition and the result of each example are run on every engine. A table's heading says whether it
                has one row per patient or many and what its columns hold; an empty cell is null, `""` the empty text. The examples leave out their imports, and the
                population where it is whoever has a row in one of the tables.

                All functions, methods and operators on one page: [operations](operations.md).
                """);
        for (String topic : ORDER) {
            text.append("\n## ").append(TOPICS.get(topic)).append("\n\n");
            pages.stream().filter(page -> page.topic().equals(topic)).forEach(page -> text.append("- [")
                    .append(page.title())
                    .append("](")
                    .append(page.id())
                    .append(".md)")
                    .append(firstSentence(page))
                    .append('\n'));
        }
        return text.toString();
    }

    private static String firstSentence(SpecPage page) {
        return page.opening().stream()
                .filter(Block.Prose.class::isInstance)
                .map(Block.Prose.class::cast)
                .findFirst()
                .map(prose -> ": " + String.join(" ", prose.lines()))
                .orElse("");
    }
}
