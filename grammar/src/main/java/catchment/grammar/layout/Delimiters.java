package catchment.grammar.layout;

import catchment.grammar.parse.Wording.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where what stands between brackets falls into parts. */
final class Delimiters {
    private static final int COMPREHENSION = 20;
    private static final int CONDITIONAL = 16;
    private static final int STRINGS = 12;
    private static final int COMPARISON = 10;
    private static final int CALLS = 1;
    private static final Map<String, Integer> SIGNS = Map.ofEntries(
            Map.entry("==", COMPARISON), Map.entry("!=", COMPARISON), Map.entry("<", COMPARISON), Map.entry("<=", COMPARISON),
            Map.entry(">", COMPARISON), Map.entry(">=", COMPARISON), Map.entry("|", 9), Map.entry("^", 8), Map.entry("&", 7), Map.entry("<<", 6),
            Map.entry(">>", 6), Map.entry("+", 5), Map.entry("-", 5), Map.entry("*", 4), Map.entry("/", 4), Map.entry("//", 4), Map.entry("%", 4));

    private Delimiters() {}

    /** Elements between commas; the comma itself is left out, its comments go with the element before. */
    static List<List<Piece>> elements(List<Piece> body) {
        List<List<Piece>> elements = new ArrayList<>(List.of(new ArrayList<>()));
        boolean lambda = false;
        for (Piece piece : body) {
            if (piece instanceof Word word) {
                lambda = word.is(Kind.KEYWORD, "lambda") || lambda && word.kind() != Kind.COLON;
                if (word.kind() == Kind.COMMA && !lambda) {
                    Word last = elements.getLast().getLast().last();
                    if (last.trailing().isEmpty()) {
                        last.trailing(word.trailing());
                    } else if (!word.trailing().isEmpty()) {
                        last.leading().add(word.trailing());
                    }
                    last.leading().addAll(word.leading());
                    word.trailing("");
                    word.leading().clear();
                    elements.add(new ArrayList<>());
                    continue;
                }
            }
            elements.getLast().add(piece);
        }
        if (elements.getLast().isEmpty()) {
            elements.removeLast();
        }
        return elements;
    }

    /** The parts at the weakest operators, each but the first beginning with one; empty if there are none. */
    static Optional<List<List<Piece>>> parts(List<Piece> pieces) {
        Map<Integer, Set<Integer>> found = found(pieces);
        Optional<Integer> weakest = found.entrySet().stream()
                .filter(entry -> entry.getKey() != CALLS || entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .max(Integer::compare);
        if (weakest.isEmpty()) {
            return Optional.empty();
        }
        List<List<Piece>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        for (int i = 0; i < pieces.size(); i++) {
            if (found.get(weakest.get()).contains(i)) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(pieces.get(i));
        }
        return Optional.of(parts);
    }

    /** For each strength the places before which a part begins. */
    private static Map<Integer, Set<Integer>> found(List<Piece> pieces) {
        Map<Integer, Set<Integer>> found = new HashMap<>();
        List<Integer> ifs = new ArrayList<>();
        boolean loop = false;
        for (int i = 1; i < pieces.size(); i++) {
            if (!(pieces.get(i) instanceof Word word)) {
                continue;
            }
            Optional<Word> before = pieces.get(i - 1) instanceof Word one ? Optional.of(one) : Optional.empty();
            switch (word.kind()) {
                case STRING -> {
                    if (before.filter(one -> one.kind() == Kind.STRING).isPresent()) {
                        add(found, STRINGS, i);
                    }
                }
                case DOT -> {
                    boolean called = i + 2 < pieces.size() && pieces.get(i + 2) instanceof Piece.Group group && group.open().isAttached();
                    // The first name of a chain stays with what is called on it.
                    boolean head = before.filter(one -> one.kind() == Kind.NAME).isPresent()
                            && !(i > 1 && pieces.get(i - 2) instanceof Word dot && dot.kind() == Kind.DOT);
                    if (called && !head) {
                        add(found, CALLS, i);
                    }
                }
                case OPERATOR -> {
                    boolean infix = before.isEmpty() || before.filter(one -> one.kind() == Kind.NAME || one.kind() == Kind.VALUE || one.kind() == Kind.STRING).isPresent();
                    if (infix && SIGNS.containsKey(word.text())) {
                        add(found, SIGNS.get(word.text()), i);
                    }
                }
                case KEYWORD -> {
                    switch (word.text()) {
                        case "for" -> {
                            loop = true;
                            add(found, COMPREHENSION, i);
                        }
                        case "if" -> ifs.add(i);
                        case "else" -> {
                            if (!ifs.isEmpty()) {
                                add(found, CONDITIONAL, ifs.removeLast());
                                add(found, CONDITIONAL, i);
                            }
                        }
                        case "and" -> add(found, 14, i);
                        case "or" -> add(found, 15, i);
                        case "in" -> {
                            if (loop) {
                                loop = false;
                            } else {
                                add(found, COMPARISON, before.filter(one -> one.is(Kind.KEYWORD, "not")).isPresent() ? i - 1 : i);
                            }
                        }
                        case "is" -> add(found, COMPARISON, i);
                        default -> {}
                    }
                }
                default -> {}
            }
        }
        ifs.forEach(at -> add(found, COMPREHENSION, at));
        return found;
    }

    private static void add(Map<Integer, Set<Integer>> found, int strength, int at) {
        found.computeIfAbsent(strength, _ -> new HashSet<>()).add(at);
    }
}
