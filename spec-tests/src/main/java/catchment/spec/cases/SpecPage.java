package catchment.spec.cases;

import java.util.List;

/**
 * A page of the specification.
 *
 * @param topic the folder that it lies in: {@code frames}
 * @param name its file's name without the ending: {@code ties}
 * @param title its heading
 * @param opening what comes before the first case: prose, tables that all cases share
 * @param cases in order
 */
public record SpecPage(String topic, String name, String title, List<Block> opening, List<SpecCase> cases) {
    public SpecPage {
        opening = List.copyOf(opening);
        cases = List.copyOf(cases);
    }

    /** What a reference to the page says: {@code frames/ties}. */
    public String id() {
        return topic + "/" + name;
    }

    /** The same page with other cases. */
    public SpecPage with(List<SpecCase> others) {
        return new SpecPage(topic, name, title, opening, others);
    }
}
