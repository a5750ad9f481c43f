package catchment.grammar.layout;

import java.util.List;

/** How many empty lines stand before each item: as many as there were, within bounds, and around functions and classes a fixed number. */
final class BlankLines {
    private final List<Item> items;
    private final int[] blanks;

    BlankLines(List<Item> items) {
        this.items = items;
        this.blanks = new int[items.size()];
    }

    int[] all() {
        int innermost = Integer.MAX_VALUE;
        for (int i = 1; i < blanks.length; i++) {
            Item item = items.get(i);
            Item before = items.get(i - 1);
            int most = item.level() == 0 ? 2 : 1;
            blanks[i] = Math.min(most, item.blanks());
            if (isDefinition(before)) {
                innermost = before.level();
            }
            if (item.level() > before.level() || follows(item)) {
                blanks[i] = 0;
            }
            // The first item behind a function or class that is no part of it.
            if (innermost != Integer.MAX_VALUE && item.level() <= innermost && !follows(item) && !isDecorator(before)) {
                blanks[i] = most;
                innermost = Integer.MAX_VALUE;
            } else if (isDefinition(item) || isDecorator(item)) {
                open(i, most);
            }
        }
        return blanks;
    }

    /** Empty lines before a definition, or before the comments and decorators that stand right above it. */
    private void open(int at, int most) {
        int first = at;
        while (first > 0 && items.get(first - 1).level() == items.get(at).level() && belongs(items.get(first - 1)) && (isDecorator(items.get(first - 1)) || items.get(first).blanks() == 0)) {
            first--;
        }
        for (int i = first + 1; i <= at; i++) {
            blanks[i] = 0;
        }
        if (first > 0 && items.get(first).level() <= items.get(first - 1).level()) {
            blanks[first] = most;
        }
    }

    private static boolean belongs(Item item) {
        return item instanceof Item.Remark || isDecorator(item);
    }

    private static boolean isDecorator(Item item) {
        return item instanceof Item.Line line && line.startsWith("@");
    }

    private static boolean isDefinition(Item item) {
        return item instanceof Item.Line line && line.startsWith("def", "class");
    }

    /** Whether it goes on with the statement before: {@code elif}, {@code else}. */
    private static boolean follows(Item item) {
        return item instanceof Item.Line line && line.startsWith("elif", "else");
    }
}
