package catchment.grammar.layout;

import java.util.List;

/** What stands on lines of its own. */
sealed interface Item {
    /** How deep in blocks. */
    int level();

    /** How many empty lines stand before it. */
    int blanks();

    /** A statement, or the head of one with a block. */
    record Line(List<Word> words, int level, int blanks) implements Item {
        public Line {
            words = List.copyOf(words);
        }

        boolean startsWith(String... texts) {
            return List.of(texts).contains(words.getFirst().text());
        }
    }

    /** A comment. */
    record Remark(String text, int level, int blanks) implements Item {}
}
