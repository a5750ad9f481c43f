package catchment.spec.reference;

import catchment.compiler.query.Catalogue;
import catchment.spec.cases.SpecPage;
import java.util.List;
import java.util.regex.Pattern;

/** Where the specification uses an operation. */
final class Usage {
    private Usage() {}

    /** The entries that a definition may write; those with an underscore are for the language itself. */
    static List<Catalogue.Line> entries() {
        return Catalogue.lines().stream().filter(entry -> !entry.name().startsWith("_")).toList();
    }

    /** True if a case of the page that the entry names uses it. */
    static boolean isShown(Catalogue.Line entry, List<SpecPage> pages) {
        Pattern use = pattern(entry);
        return pages.stream().anyMatch(page -> page.id().equals(entry.spec()) && uses(page, use));
    }

    private static boolean uses(SpecPage page, Pattern use) {
        return page.cases().stream().anyMatch(one -> use.matcher(String.join("\n", one.definition())).find());
    }

    private static Pattern pattern(Catalogue.Line entry) {
        String name = entry.name();
        if (name.startsWith("unary ")) {
            return Pattern.compile("[=(] " + Pattern.quote(name.substring("unary ".length())) + "[a-z(]|[(=] ?" + Pattern.quote(name.substring("unary ".length())) + "[a-z]");
        }
        if (!Character.isLetter(name.charAt(0))) {
            return name.equals("~") ? Pattern.compile("~") : Pattern.compile(" " + Pattern.quote(name) + " ");
        }
        boolean called = !entry.signature().equals(name);
        String before = entry.receiver().isEmpty() ? "\\b" : "\\.";
        return Pattern.compile(before + Pattern.quote(name) + (called && !name.equals("table") ? "\\(" : "\\b"));
    }
}
