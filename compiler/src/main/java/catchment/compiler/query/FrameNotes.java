package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.EvaluatedValue;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a definition keeps on a frame under a name of its own: {@code appointments.previous_month = …}. It belongs to that very frame and to none that is filtered,
 * sorted or picked from it.
 */
final class FrameNotes {
    private final Map<FrameValue, Map<String, EvaluatedValue>> notes = new IdentityHashMap<>();

    private static FrameNotes all(Context context) {
        return context.state(FrameNotes.class, FrameNotes::new);
    }

    static Optional<EvaluatedValue> of(FrameValue frame, String name, Context context) {
        return Optional.ofNullable(all(context).notes.get(frame)).map(known -> known.get(name));
    }

    static void set(FrameValue frame, String name, EvaluatedValue value, Context context) {
        all(context).notes.computeIfAbsent(frame, _ -> new HashMap<>()).put(name, value);
    }
}
