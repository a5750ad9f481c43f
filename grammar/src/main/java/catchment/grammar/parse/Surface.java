package catchment.grammar.parse;

import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Runs the grammar over words: SLL first, LL if that fails. Stops at the first word that does not fit. */
final class Surface {
    private Surface() {}

    /** The tree of a whole text. */
    static SurfaceParser.ModuleContext module(List<Token> words) {
        return parse(words, SurfaceParser::module);
    }

    /** The tree of one logical line. */
    static SurfaceParser.LoneLineContext line(List<Token> words) {
        return parse(words, SurfaceParser::loneLine);
    }

    private static <T> T parse(List<Token> words, Function<SurfaceParser, T> rule) {
        try {
            return parse(words, rule, PredictionMode.SLL);
        } catch (Failure fastFailure) {
            return parse(words, rule, PredictionMode.LL);
        }
    }

    private static <T> T parse(List<Token> words, Function<SurfaceParser, T> rule, PredictionMode mode) {
        SurfaceParser parser = new SurfaceParser(new CommonTokenStream(new ListTokenSource(words)));
        parser.removeErrorListeners();
        parser.setErrorHandler(new StopAtFirst());
        parser.addParseListener(new Collapse());
        parser.getInterpreter().setPredictionMode(mode);
        return rule.apply(parser);
    }

    private static final class StopAtFirst extends DefaultErrorStrategy {
        @Override
        public void recover(Parser recognizer, RecognitionException exception) {
            throw failure(recognizer, exception.getOffendingToken());
        }

        @Override
        public Token recoverInline(Parser recognizer) {
            throw failure(recognizer, recognizer.getCurrentToken());
        }

        @Override
        public void sync(Parser recognizer) {
            // Nothing is skipped: a word that does not fit is met soon enough.
        }

        @Override
        public void reportError(Parser recognizer, RecognitionException exception) {
            // What is said is said elsewhere, in words.
        }

        private static Failure failure(Parser recognizer, Token token) {
            return new Failure(token.getTokenIndex(), recognizer.getExpectedTokens());
        }
    }

    /** A level of operators without an operator gives way to what it holds: a name costs one node, not fifteen. */
    private static final class Collapse implements ParseTreeListener {
        @Override
        public void exitEveryRule(ParserRuleContext context) {
            if (context.getChildCount() == 1 && isLevel(context.getRuleIndex())) {
                ParserRuleContext parent = context.getParent();
                if (parent != null && context.getChild(0) instanceof ParserRuleContext child) {
                    parent.removeLastChild();
                    parent.addChild(child);
                    child.setParent(parent);
                }
            }
        }

        private static boolean isLevel(int rule) {
            return rule >= SurfaceParser.RULE_starExpression && rule <= SurfaceParser.RULE_expression
                    || rule >= SurfaceParser.RULE_disjunction && rule <= SurfaceParser.RULE_primary
                    || rule == SurfaceParser.RULE_expressions
                    || rule == SurfaceParser.RULE_atom
                    || rule == SurfaceParser.RULE_parenthesizedItem
                    || rule == SurfaceParser.RULE_assigned;
        }

        @Override
        public void enterEveryRule(ParserRuleContext context) {
            // Only what is whole can give way.
        }

        @Override
        public void visitTerminal(TerminalNode node) {
            // A word stays.
        }

        @Override
        public void visitErrorNode(ErrorNode node) {
            // There are none.
        }
    }
}
