package catchment.grammar.parse;

import java.text.Normalizer;
import org.antlr.v4.runtime.Token;

/** Names as Python compares them: {@code ﬁt} and {@code fit} are one. */
final class Names {
    private Names() {}

    static String of(Token token) {
        String text = token.getText();
        return text.chars().allMatch(c -> c < 128) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
