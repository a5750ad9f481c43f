package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.DateValue;
import catchment.compiler.eval.TextValue;
import java.util.Map;
import java.util.Optional;

/** Names of the definition that hold a date: for hints. */
final class IndexDates {
    private IndexDates() {}

    static Optional<String> visible(Context context) {
        return context.visibleNames().entrySet().stream()
                .filter(name -> name.getKey().contains("date") || name.getKey().contains("index"))
                .filter(name -> name.getValue() instanceof DateValue
                        || name.getValue() instanceof TextValue text && DateTexts.parse(text.value()).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
