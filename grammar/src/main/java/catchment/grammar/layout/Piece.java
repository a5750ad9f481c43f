package catchment.grammar.layout;

import java.util.ArrayList;
import java.util.List;

/** A word, or brackets with what is between them. */
sealed interface Piece permits Word, Piece.Group {
    /** The first word of it. */
    Word first();

    /** The last word of it. */
    Word last();

    /** Brackets and what is between them. */
    record Group(Word open, List<Piece> body, Word close) implements Piece {
        @Override
        public Word first() {
            return open;
        }

        @Override
        public Word last() {
            return close;
        }

        /** Whether there is anything that could stand on lines of its own. */
        boolean isEmpty() {
            return body.isEmpty() && !isCommented();
        }

        /** Whether a comment stands between the brackets. */
        boolean isCommented() {
            return !open.trailing().isEmpty() || !close.leading().isEmpty() || body.stream().anyMatch(Piece::hasComment);
        }
    }

    /** Whether a comment belongs to any of its words. */
    private static boolean hasComment(Piece piece) {
        return switch (piece) {
            case Word word -> word.hasComment();
            case Group group -> group.open().hasComment() || group.close().hasComment() || group.isCommented();
        };
    }

    /** The words of a line as pieces. */
    static List<Piece> of(List<Word> words) {
        List<List<Piece>> stack = new ArrayList<>(List.of(new ArrayList<>()));
        List<Word> openers = new ArrayList<>();
        for (Word word : words) {
            switch (word.kind()) {
                case OPEN -> {
                    openers.add(word);
                    stack.add(new ArrayList<>());
                }
                case CLOSE -> {
                    List<Piece> body = stack.removeLast();
                    stack.getLast().add(new Group(openers.removeLast(), body, word));
                }
                default -> stack.getLast().add(word);
            }
        }
        return stack.getFirst();
    }
}
