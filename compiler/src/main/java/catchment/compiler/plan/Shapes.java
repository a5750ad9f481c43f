package catchment.compiler.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses a shape for each extraction: the first of the list that fits. */
final class Shapes {
    private static final List<Shape> ALL = List.of(new SetShape(), new EpisodesShape(), new OneScanShape(), new WindowShape());

    private Shapes() {}

    /** Answers extractions of one table and level. */
    static void answer(List<Extraction> extractions, EventRows events, Workshop shop) {
        Map<Shape, List<Extraction>> chosen = new LinkedHashMap<>();
        for (Extraction extraction : extractions) {
            Shape shape = ALL.stream()
                    .filter(one -> one.fits(extraction, shop.capabilities))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no shape for " + extraction.node().getClass().getSimpleName()));
            chosen.computeIfAbsent(shape, _ -> new ArrayList<>()).add(extraction);
        }
        chosen.forEach((shape, some) -> shape.answer(some, events, shop));
    }

}
