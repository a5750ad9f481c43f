package catchment.grammar.layout;

import catchment.grammar.parse.Wording.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a statement: on one line if it fits, else with what stands between brackets on lines of its own. */
final class LineWriter {
    static final int WIDTH = 88;
    static final int INDENT = 4;

    private final List<String> out;

    LineWriter(List<String> out) {
        this.out = out;
    }

    /** A line that is being put together; comments that cannot stay within it go above it. */
    private final class Draft {
        private final int indent;
        private final int remarks;
        private final StringBuilder text = new StringBuilder();
        private final List<String> above = new ArrayList<>();
        private String trailing = "";

        Draft(int indent, int remarks) {
            this.indent = indent;
            this.remarks = remarks;
        }

        void add(Word word) {
            if (!trailing.isEmpty()) {
                above.add(trailing);
            }
            above.addAll(word.leading());
            trailing = word.trailing();
            text.append(!text.isEmpty() && word.isSpaced() ? " " : "").append(word.text());
        }

        void add(Piece piece) {
            switch (piece) {
                case Word word -> add(word);
                case Piece.Group group -> {
                    add(group.open());
                    group.body().forEach(this::add);
                    add(group.close());
                }
            }
        }

        void write(String end) {
            above.forEach(remark -> out.add(" ".repeat(remarks) + remark));
            out.add(" ".repeat(indent) + text + end + (trailing.isEmpty() ? "" : "  " + trailing));
        }
    }

    void statement(List<Word> words, int indent) {
        Spacing.set(words);
        List<Piece> pieces = tidied(Piece.of(words), words.getFirst());
        boolean joined = words.stream().anyMatch(Word::isJoined);
        if (!joined || fits(pieces, indent, 0) && !mustSpread(pieces)) {
            write(pieces, indent, "", false, indent);
            return;
        }
        List<List<Piece>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        for (Piece piece : pieces) {
            if (piece.first().isJoined()) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(piece);
        }
        for (int i = 0; i < parts.size(); i++) {
            write(parts.get(i), i == 0 ? indent : indent + INDENT, i + 1 < parts.size() ? " \\" : "", false, indent);
        }
    }

    /** Without the commas that say nothing: behind the last element, unless it makes a tuple. */
    private static List<Piece> tidied(List<Piece> pieces, Word first) {
        List<Piece> tidied = new ArrayList<>();
        Optional<Word> before = Optional.empty();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Group group) {
                List<Piece> body = new ArrayList<>(tidied(group.body(), first));
                long commas = body.stream().filter(one -> one instanceof Word word && word.kind() == Kind.COMMA).count();
                boolean imported = before.filter(word -> word.is(Kind.KEYWORD, "import")).isPresent();
                boolean tuple = commas == 1 && !imported && (group.open().text().equals("(") ? !group.open().isAttached() : group.open().isAttached());
                if (body.size() > 1 && body.getLast() instanceof Word comma && comma.kind() == Kind.COMMA && !tuple) {
                    body.removeLast();
                    Word last = body.getLast().last();
                    if (last.trailing().isEmpty()) {
                        last.trailing(comma.trailing());
                    } else if (!comma.trailing().isEmpty()) {
                        group.close().leading().addFirst(comma.trailing());
                    }
                    group.close().leading().addAll(0, comma.leading());
                }
                tidied.add(new Piece.Group(group.open(), body, group.close()));
            } else {
                tidied.add(piece);
            }
            before = Optional.of(piece.last());
        }
        return tidied;
    }

    private void write(List<Piece> pieces, int indent, String end, boolean within, int more) {
        if (fits(pieces, indent, end.length()) && !commentsWithin(pieces) && !mustSpread(pieces)) {
            Draft draft = new Draft(indent, indent);
            pieces.forEach(draft::add);
            draft.write(end);
            return;
        }
        Optional<List<List<Piece>>> parts = within ? Delimiters.parts(pieces) : Optional.empty();
        if (parts.isPresent()) {
            for (int i = 0; i < parts.get().size(); i++) {
                write(parts.get().get(i), i == 0 ? indent : more, i + 1 < parts.get().size() ? "" : end, true, more);
            }
        } else {
            spread(pieces, indent, end);
        }
    }

    private void spread(List<Piece> pieces, int indent, String end) {
        Set<Integer> chosen = chosen(pieces, indent, end);
        Draft draft = new Draft(indent, indent);
        for (int i = 0; i < pieces.size(); i++) {
            if (chosen.contains(i) && pieces.get(i) instanceof Piece.Group group) {
                draft.add(group.open());
                draft.write("");
                body(group, i == 0 ? Optional.empty() : Optional.of(pieces.get(i - 1).last()), indent + INDENT);
                draft = new Draft(indent, indent + INDENT);
                draft.add(group.close());
            } else {
                draft.add(pieces.get(i));
            }
        }
        draft.write(end);
    }

    /** Which brackets to open: all that must be, else the one with most in it whose surroundings then fit. */
    private static Set<Integer> chosen(List<Piece> pieces, int indent, String end) {
        Set<Integer> must = new HashSet<>();
        List<Integer> can = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Piece.Group group && !group.isEmpty()) {
                can.add(i);
                if (mustSpread(pieces.subList(Math.max(0, i - 1), i + 1))) {
                    must.add(i);
                }
            }
        }
        if (!must.isEmpty()) {
            return must;
        }
        Comparator<Integer> most = Comparator.comparingInt(i -> length(((Piece.Group) pieces.get(i)).body()));
        Optional<Integer> best = can.stream()
                .filter(i -> indent + length(pieces.subList(0, i)) + 2 <= WIDTH)
                .filter(i -> indent + 1 + length(pieces.subList(i + 1, pieces.size())) + end.length() <= WIDTH)
                .max(most.thenComparingInt(i -> i));
        if (best.isPresent()) {
            return Set.of(best.get());
        }
        // One is not enough: what stands before and behind it is looked at by itself.
        can.stream().max(most.thenComparingInt(i -> i)).ifPresent(longest -> {
            must.add(longest);
            if (!fits(pieces.subList(0, longest), indent, 1)) {
                must.addAll(chosen(pieces.subList(0, longest), indent, ""));
            }
            if (!fits(pieces.subList(longest + 1, pieces.size()), indent, end.length() + 1)) {
                chosen(pieces.subList(longest + 1, pieces.size()), indent, end).forEach(i -> must.add(longest + 1 + i));
            }
        });
        return must;
    }

    private void body(Piece.Group group, Optional<Word> before, int indent) {
        List<List<Piece>> elements = Delimiters.elements(group.body());
        if (elements.size() == 1) {
            boolean tuple = group.body().getLast() instanceof Word last && last.kind() == Kind.COMMA;
            write(elements.getFirst(), indent, tuple ? "," : "", true, indent);
            return;
        }
        elements.forEach(element -> write(element, indent, ",", true, indent + INDENT));
    }

    private static boolean fits(List<Piece> pieces, int indent, int more) {
        return indent + length(pieces) + more <= WIDTH;
    }

    /** How long it is on one line; of a text over several lines, the longest. */
    private static int length(List<Piece> pieces) {
        StringBuilder flat = new StringBuilder();
        pieces.forEach(piece -> flat(piece, flat));
        return flat.toString().lines().mapToInt(line -> line.codePointCount(0, line.length())).max().orElse(0);
    }

    private static void flat(Piece piece, StringBuilder flat) {
        switch (piece) {
            case Word word -> flat.append(!flat.isEmpty() && word.isSpaced() ? " " : "").append(word.text());
            case Piece.Group group -> {
                flat(group.open(), flat);
                group.body().forEach(one -> flat(one, flat));
                flat(group.close(), flat);
            }
        }
    }

    /** Whether a comment stands elsewhere than before the first and behind the last of these. */
    private static boolean commentsWithin(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (i > 0 && !piece.first().leading().isEmpty() || i + 1 < pieces.size() && !piece.last().trailing().isEmpty()) {
                return true;
            }
            if (piece instanceof Piece.Group group && group.isCommented()) {
                return true;
            }
        }
        return false;
    }

    /** Whether brackets among these cannot stay on one line: they hold a comment, or are those of a case of several branches. */
    private static boolean mustSpread(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Piece.Group group) {
                boolean branches = i > 0
                        && group.open().isAttached()
                        && pieces.get(i - 1) instanceof Word word
                        && word.is(Kind.NAME, "case")
                        && group.body().stream().anyMatch(one -> one instanceof Word comma && comma.kind() == Kind.COMMA);
                if (branches || group.isCommented() || mustSpread(group.body())) {
                    return true;
                }
            }
        }
        return false;
    }
}
