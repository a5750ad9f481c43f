package catchment.grammar.layout;

import catchment.grammar.parse.Wording.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Where spaces stand between the words of a line. */
final class Spacing {
    private static final Set<String> PREFIXES = Set.of("-", "+", "~", "*", "**", "/", "@");

    private final Deque<Brackets> open = new ArrayDeque<>();
    private final boolean parameters;
    private boolean origin;
    private int lambdas;

    /** Brackets that are open, and what has been seen of the element that is being read. */
    private static final class Brackets {
        private final Word opener;
        private int lambdas;
        private boolean annotated;

        Brackets(Word opener) {
            this.opener = opener;
        }

        boolean isSubscript() {
            return opener.text().equals("[") && opener.isAttached();
        }
    }

    private Spacing(List<Word> line) {
        this.parameters = line.getFirst().is(Kind.KEYWORD, "def");
        this.origin = line.getFirst().is(Kind.KEYWORD, "from");
    }

    static void set(List<Word> line) {
        Spacing spacing = new Spacing(line);
        boolean tight = true;
        for (int i = 0; i < line.size(); i++) {
            Word word = line.get(i);
            if (i > 0) {
                boolean apart = spacing.apart(line.get(i - 1), word, i > 1 && isPrefix(line, i - 1) || i == 1 && isPrefix(line, 0));
                word.spaced(apart && !tight);
            }
            tight = spacing.read(i == 0 ? word : line.get(i - 1), word, i == 0);
        }
    }

    private static boolean isPrefix(List<Word> line, int at) {
        return line.get(at).kind() == Kind.OPERATOR && PREFIXES.contains(line.get(at).text()) && (at == 0 || !isOperand(line.get(at - 1)));
    }

    private static boolean isOperand(Word word) {
        return switch (word.kind()) {
            case NAME, VALUE, STRING, CLOSE -> true;
            default -> false;
        };
    }

    private boolean apart(Word before, Word word, boolean afterPrefix) {
        if (word.is(Kind.KEYWORD, "import")) {
            return true;
        }
        if (origin && !before.is(Kind.KEYWORD, "from") && (isDots(before) || isDots(word))) {
            return false;
        }
        if (before.kind() == Kind.OPEN || afterPrefix) {
            return false;
        }
        return switch (word.kind()) {
            case CLOSE, COMMA, SEMICOLON, COLON -> false;
            case DOT -> before.kind() == Kind.VALUE && Character.isDigit(before.text().charAt(0)) || before.is(Kind.KEYWORD, "from");
            case OPEN -> !isOperand(before) && before.kind() != Kind.DOT;
            case ASSIGN -> !isTight();
            default -> before.kind() != Kind.DOT;
        };
    }

    private static boolean isDots(Word word) {
        return word.kind() == Kind.DOT || word.text().equals("...");
    }

    /** Whether {@code =} stands without spaces: that of an argument or a default. */
    private boolean isTight() {
        return !open.isEmpty() && !open.peek().annotated && open.peek().opener.text().equals("(") || !open.isEmpty() && open.peek().lambdas > 0 || lambdas > 0;
    }

    /** Takes note of a word; true if nothing stands between it and the next. */
    private boolean read(Word before, Word word, boolean first) {
        switch (word.kind()) {
            case OPEN -> {
                word.attached(!first && isOperand(before));
                open.push(new Brackets(word));
            }
            case CLOSE -> open.pop();
            case COMMA -> {
                if (!open.isEmpty()) {
                    open.peek().annotated = false;
                }
            }
            case KEYWORD -> {
                if (word.text().equals("lambda")) {
                    count(1);
                } else if (word.text().equals("import")) {
                    origin = false;
                }
            }
            case ASSIGN -> {
                return isTight();
            }
            case COLON -> {
                if (inLambda()) {
                    count(-1);
                } else if (!open.isEmpty() && open.peek().isSubscript()) {
                    return true;
                } else if (!open.isEmpty() && parameters && open.size() == 1) {
                    open.peek().annotated = true;
                }
            }
            default -> {}
        }
        return false;
    }

    private boolean inLambda() {
        return open.isEmpty() ? lambdas > 0 : open.peek().lambdas > 0;
    }

    private void count(int change) {
        if (open.isEmpty()) {
            lambdas += change;
        } else {
            open.peek().lambdas += change;
        }
    }
}
