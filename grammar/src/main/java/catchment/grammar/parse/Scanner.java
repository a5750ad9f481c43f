package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/**
 * Reads the words of a text: names, numbers, strings, signs, and a {@code LINE_BREAK} at the end of each line. Spaces, comments and joined lines are left out.
 *
 * <p>Knows which braces belong to an f-string, and so sends the lexer in and out of its modes. What cannot be a word is said here and replaced by what was
 * probably meant, so that nothing is said about it again.
 */
final class Scanner {
    /**
     * More words, signs and ends of lines in one file would take the parser more than a second for each megabyte, and more than the memory that there is. The
     * largest known definition has 30,000.
     */
    static final int MOST = 300_000;

    /** F-strings within f-strings, as many as Python allows. */
    private static final int DEEPEST_FORMAT = 150;

    private final SourceText source;
    private final String text;
    private final Findings findings;
    private final SurfaceLexer lexer;
    private final List<Token> words = new ArrayList<>();
    private final Deque<FormatFrame> frames = new ArrayDeque<>();
    private final OddCharacters odd;
    private final OpenStrings openStrings;
    private Optional<Diagnostic> refusal = Optional.empty();

    /** An f-string that is being read, and the replacement fields that are open in it. */
    private record FormatFrame(Token start, int firstWord, Deque<Field> fields) {}

    /** A replacement field: the brackets open in it, and whether its format has begun. */
    private static final class Field {
        private final Deque<Integer> brackets = new ArrayDeque<>();
        private boolean specification;
    }

    Scanner(SourceText source, Findings findings) {
        this.source = source;
        this.text = source.text();
        this.findings = findings;
        this.lexer = new SurfaceLexer(new SourceCharacters(text, source.file()));
        lexer.removeErrorListeners();
        this.odd = new OddCharacters(findings);
        this.openStrings = new OpenStrings(findings);
    }

    /** What is said of a text with more than {@link #MOST} words, once it has been scanned. */
    Optional<Diagnostic> refusal() {
        return refusal;
    }

    /** The words, up to the limit. */
    List<Token> scan() {
        while (true) {
            if (words.size() > MOST) {
                refuse();
                return words;
            }
            Token token = lexer.nextToken();
            if (token.getType() == Token.EOF) {
                if (frames.isEmpty()) {
                    odd.report();
                    return new NumberWords(findings, words).mend();
                }
                giveUpFormat();
            } else if (frames.isEmpty()) {
                plain(token);
            } else {
                withinFormat(token);
            }
        }
    }

    private void refuse() {
        Token first = words.get(MOST);
        int all = words.size();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            switch (token.getType()) {
                case SurfaceLexer.SPACE, SurfaceLexer.COMMENT, SurfaceLexer.JOINED_LINE -> {}
                default -> all++;
            }
        }
        refusal = Optional.of(Diagnostic.error(
                        SyntaxCode.TOO_MANY_WORDS,
                        findings.span(first),
                        String.format(Locale.ROOT, "the file has %,d words, signs and ends of lines; the limit, which is here, is %,d", all, MOST))
                .hint("keep a long list in a CSV file: `codelist_from_csv` reads codes, `@table_from_file` reads rows of patients"));
    }

    private void plain(Token token) {
        switch (token.getType()) {
            case SurfaceLexer.SPACE, SurfaceLexer.COMMENT, SurfaceLexer.JOINED_LINE -> {}
            case SurfaceLexer.LINE_BREAK -> {
                odd.report();
                words.add(token);
            }
            case SurfaceLexer.FORMAT_START_D, SurfaceLexer.FORMAT_START_S, SurfaceLexer.FORMAT_START_3D,
                    SurfaceLexer.FORMAT_START_3S -> {
                if (frames.size() == DEEPEST_FORMAT) {
                    giveUpFormat();
                    return;
                }
                frames.push(new FormatFrame(token, words.size(), new ArrayDeque<>()));
                words.add(token);
            }
            case SurfaceLexer.ODD -> goOn(odd.read(token, words));
            case SurfaceLexer.OPEN_STRING, SurfaceLexer.OPEN_LONG_STRING -> {
                int next = openStrings.read(token, words);
                // What is missing may stand further left: then the line is read again from there.
                odd.forget(next);
                goOn(next);
            }
            default -> words.add(token);
        }
    }

    private void goOn(int offset) {
        lexer.getInputStream().seek(offset);
        lexer._hitEOF = false;
    }

    private void withinFormat(Token token) {
        FormatFrame frame = frames.peek();
        if (frame.fields().isEmpty()) {
            withinText(frame, token);
        } else if (frame.fields().peek().specification) {
            withinSpecification(frame, token);
        } else {
            withinField(frame, token);
        }
    }

    private void withinText(FormatFrame frame, Token token) {
        switch (token.getType()) {
            case SurfaceLexer.FORMAT_END -> {
                words.add(token);
                frames.pop();
            }
            case SurfaceLexer.FORMAT_OPEN -> openField(frame, token);
            case SurfaceLexer.FORMAT_STRAY -> findings.add(Diagnostic.error(
                            SyntaxCode.FORMAT_BRACE, findings.span(token), "this `}` closes nothing in the f-string")
                    .hint("write `}}` for a brace in the text, or delete it")
                    .fix(findings.span(token), "}}"));
            case SurfaceLexer.LINE_BREAK -> giveUpFormat();
            default -> words.add(token);
        }
    }

    private void openField(FormatFrame frame, Token token) {
        words.add(token);
        frame.fields().push(new Field());
        lexer.pushMode(Lexer.DEFAULT_MODE);
    }

    private void withinSpecification(FormatFrame frame, Token token) {
        switch (token.getType()) {
            case SurfaceLexer.FORMAT_OPEN -> openField(frame, token);
            case SurfaceLexer.RIGHT_BRACE -> {
                words.add(token);
                frame.fields().pop();
            }
            case SurfaceLexer.FORMAT_TEXT -> words.add(token);
            default -> giveUpFormat();
        }
    }

    private void withinField(FormatFrame frame, Token token) {
        Field field = frame.fields().peek();
        int type = token.getType();
        if (Words.isOpener(type)) {
            field.brackets.push(type);
            words.add(token);
        } else if (!field.brackets.isEmpty()) {
            if (!Words.isCloser(type)) {
                withinBrackets(token);
            } else if (Words.closerOf(field.brackets.pop()) == type) {
                words.add(token);
            } else {
                giveUpFormat();
            }
        } else {
            switch (type) {
                case SurfaceLexer.RIGHT_BRACE -> {
                    if (words.getLast().getType() == SurfaceLexer.FORMAT_OPEN) {
                        emptyField(token);
                    }
                    words.add(token);
                    frame.fields().pop();
                    lexer.popMode();
                }
                case SurfaceLexer.COLON -> beginSpecification(frame, field, token, token.getStopIndex() + 1);
                case SurfaceLexer.WALRUS -> beginSpecification(frame, field, token, token.getStartIndex() + 1);
                case SurfaceLexer.ASSIGN -> words.add(Words.retyped(token, SurfaceLexer.FORMAT_EQUAL, "="));
                case SurfaceLexer.RIGHT_PAREN, SurfaceLexer.RIGHT_BRACKET -> giveUpFormat();
                default -> withinBrackets(token);
            }
        }
    }

    private void emptyField(Token closer) {
        findings.add(Diagnostic.error(
                        SyntaxCode.FORMAT_BRACE,
                        findings.span(words.getLast(), closer),
                        "there is nothing between these braces of the f-string")
                .hint("write the value to be shown there, or `{{}}` for braces in the text"));
        words.add(Words.made(SurfaceLexer.UNREADABLE, "", closer.getStartIndex()));
    }

    private void beginSpecification(FormatFrame frame, Field field, Token token, int next) {
        words.add(Words.spanning(SurfaceLexer.FORMAT_COLON, ":", token.getStartIndex(), token.getStartIndex() + 1));
        field.specification = true;
        lexer.mode(
                switch (frame.start().getType()) {
                    case SurfaceLexer.FORMAT_START_D -> SurfaceLexer.SPECIFICATION_D;
                    case SurfaceLexer.FORMAT_START_S -> SurfaceLexer.SPECIFICATION_S;
                    case SurfaceLexer.FORMAT_START_3D -> SurfaceLexer.SPECIFICATION_3D;
                    default -> SurfaceLexer.SPECIFICATION_3S;
                });
        goOn(next);
    }

    /** A word of a value in a field: as anywhere, but lines may end in it, and a string that does not end shows that a brace is missing. */
    private void withinBrackets(Token token) {
        switch (token.getType()) {
            case SurfaceLexer.LINE_BREAK -> {}
            case SurfaceLexer.OPEN_STRING, SurfaceLexer.OPEN_LONG_STRING -> giveUpFormat();
            default -> plain(token);
        }
    }

    /** The f-string that is open cannot be read as one: finds its end as if nothing in it mattered, says what is missing, and leaves an unreadable value. */
    private void giveUpFormat() {
        FormatFrame frame = frames.getLast();
        words.subList(frame.firstWord(), words.size()).clear();
        frames.clear();
        odd.forget(frame.start().getStartIndex());
        lexer._modeStack.clear();
        lexer.mode(Lexer.DEFAULT_MODE);
        goOn(new OpenFormats(source, findings).read(frame.start(), words));
    }
}
