package catchment.compiler.query;

import catchment.compiler.eval.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The methods of tables that are being called, so that a mistake within one is told in terms of what the researcher called. */
final class MethodCalls {
    private final Deque<String> names = new ArrayDeque<>();

    private static MethodCalls all(Context context) {
        return context.state(MethodCalls.class, MethodCalls::new);
    }

    static void enter(String name, Context context) {
        all(context).names.addLast(name);
    }

    static void leave(Context context) {
        all(context).names.removeLast();
    }

    /** The method that the definition itself called, for a place in library code. */
    static Optional<String> called(Site site, Context context) {
        boolean library = !context.shown(site.whole()).equals(site.whole());
        return library ? Optional.ofNullable(all(context).names.peekFirst()) : Optional.empty();
    }
}
