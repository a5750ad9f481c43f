package catchment.grammar.layout;

import catchment.grammar.parse.Wording.Kind;
import catchment.grammar.parse.Wording.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the statements and comments of a text: one statement an item, and the block of {@code if x: y} an item of its own. */
final class Items {
    private static final Set<String> HEADS = Set.of("if", "elif", "else", "for", "while", "def", "class", "with");
    private static final int TAB = 8;

    private final String text;
    private final List<Lexeme> lexemes;
    private final List<Item> items = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>(List.of(0));
    private final List<Word> line = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<String> pending = new ArrayList<>();
    private int depth;
    private int blanks;
    private boolean joined;
    private boolean content;

    /** A comment whose level depends on the next statement. */
    private record Note(String text, int column, int blanks) {}

    private Items(String text, List<Lexeme> lexemes) {
        this.text = text;
        this.lexemes = lexemes;
    }

    static List<Item> of(String text, List<Lexeme> lexemes) {
        return new Items(text, lexemes).read();
    }

    private List<Item> read() {
        for (Lexeme lexeme : lexemes) {
            switch (lexeme.kind()) {
                case COMMENT -> comment(lexeme);
                case JOIN -> joined = true;
                case LINE_BREAK -> lineBreak();
                default -> word(lexeme);
            }
        }
        if (!line.isEmpty()) {
            endLine();
        }
        List<Integer> before = List.copyOf(columns);
        columns.subList(1, columns.size()).clear();
        remarks(before);
        return items;
    }

    private void comment(Lexeme lexeme) {
        String comment = tidy(lexeme.text(), lexeme.start());
        content = true;
        if (line.isEmpty()) {
            notes.add(new Note(comment, column(lexeme.start()), blanks));
            blanks = 0;
        } else if (depth == 0 || sameLine(line.getLast().end(), lexeme.start())) {
            line.getLast().trailing(comment);
        } else {
            pending.add(comment);
        }
    }

    private boolean sameLine(int from, int to) {
        return text.substring(from, to).chars().noneMatch(c -> c == '\n' || c == '\r');
    }

    private static String tidy(String comment, int start) {
        String rest = comment.substring(1).stripTrailing();
        boolean asItIs = rest.isEmpty() || rest.startsWith(" ") || rest.startsWith("#") || rest.startsWith(":") || start == 0 && rest.startsWith("!");
        return "#" + (asItIs ? rest : " " + rest.stripLeading());
    }

    private void lineBreak() {
        if (depth > 0) {
            return;
        }
        if (!line.isEmpty()) {
            endLine();
        } else if (!content) {
            blanks++;
        }
        content = false;
        joined = false;
    }

    private void word(Lexeme lexeme) {
        Word word = new Word(lexeme, joined && depth == 0 && !line.isEmpty());
        joined = false;
        content = true;
        word.leading().addAll(pending);
        pending.clear();
        line.add(word);
        depth += lexeme.kind() == Kind.OPEN ? 1 : lexeme.kind() == Kind.CLOSE ? -1 : 0;
    }

    private void endLine() {
        int column = column(line.getFirst().end() - line.getFirst().text().length());
        List<Integer> before = List.copyOf(columns);
        while (columns.size() > 1 && columns.getLast() > column) {
            columns.removeLast();
        }
        if (columns.getLast() < column) {
            columns.add(column);
        }
        remarks(before);
        statements(columns.size() - 1);
        line.clear();
        blanks = 0;
    }

    /** Comments before a line: one that is further in than the line belongs to a block that it ends. */
    private void remarks(List<Integer> before) {
        int after = columns.size() - 1;
        int level = Math.max(after, before.size() - 1);
        for (Note note : notes) {
            while (level > after && before.get(level) > note.column()) {
                level--;
            }
            items.add(new Item.Remark(note.text(), level, note.blanks()));
        }
        notes.clear();
    }

    private int column(int offset) {
        int start = offset;
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        int column = 0;
        for (int i = start; i < offset; i++) {
            column = text.charAt(i) == '\t' ? (column / TAB + 1) * TAB : column + 1;
        }
        return column;
    }

    /** A line as the statements on it: {@code a; b}, and what follows the colon of a head. */
    private void statements(int level) {
        List<Word> rest = new ArrayList<>(line);
        int at = level;
        int empty = blanks;
        int colon = HEADS.contains(rest.getFirst().text()) ? headEnd(rest) : -1;
        if (colon >= 0 && colon + 1 < rest.size()) {
            items.add(new Item.Line(rest.subList(0, colon + 1), level, blanks));
            rest = rest.subList(colon + 1, rest.size());
            at = level + 1;
            empty = 0;
        }
        List<Word> statement = new ArrayList<>();
        int inside = 0;
        for (Word word : rest) {
            inside += word.kind() == Kind.OPEN ? 1 : word.kind() == Kind.CLOSE ? -1 : 0;
            if (inside == 0 && word.kind() == Kind.SEMICOLON) {
                if (!word.trailing().isEmpty() && !statement.isEmpty()) {
                    statement.getLast().trailing(word.trailing());
                }
                items.add(new Item.Line(statement, at, empty));
                statement.clear();
                empty = 0;
            } else {
                statement.add(word);
            }
        }
        if (!statement.isEmpty()) {
            items.add(new Item.Line(statement, at, empty));
        }
    }

    private static int headEnd(List<Word> words) {
        int inside = 0;
        int lambdas = 0;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            inside += word.kind() == Kind.OPEN ? 1 : word.kind() == Kind.CLOSE ? -1 : 0;
            if (inside == 0 && word.is(Kind.KEYWORD, "lambda")) {
                lambdas++;
            } else if (inside == 0 && word.kind() == Kind.COLON) {
                if (lambdas == 0) {
                    return i;
                }
                lambdas--;
            }
        }
        return -1;
    }
}
