package catchment.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.Fix;
import catchment.grammar.source.SourceText;
import java.util.Comparator;
import java.util.List;

/** What tests say of a text: that it is read, or that it fails at the place between two {@code ^}, there only, and with which code. */
final class Parsing {
    private Parsing() {}

    static ParseResult parse(String text) {
        return DefinitionParser.parse(new SourceText("study.ehrql", text));
    }

    /** The text is read without a word. */
    static ParseResult reads(String text) {
        ParseResult result = parse(text);
        assertThat(result.diagnostics()).as(text).isEmpty();
        return result;
    }

    /** One mistake, of this kind, exactly between the marks; where fixes are offered, they mend the text. */
    static Diagnostic fails(String marked, SyntaxCode code) {
        Marked expected = Marked.of(marked);
        List<Diagnostic> found = DefinitionParser.parse(expected.source()).diagnostics();
        assertThat(found).as(marked).hasSize(1);
        Diagnostic diagnostic = found.getFirst();
        assertThat(diagnostic.code()).as(marked).isEqualTo(code);
        assertThat(diagnostic.span()).as(marked).isEqualTo(expected.span());
        assertThat(diagnostic.hints()).as("hints for " + marked).isNotEmpty();
        if (!diagnostic.fixes().isEmpty()) {
            reads(mended(expected.source(), diagnostic.fixes()));
        }
        return diagnostic;
    }

    /** The text after all of the fixes. */
    static String mended(SourceText source, List<Fix> fixes) {
        StringBuilder text = new StringBuilder(source.text());
        fixes.stream()
                .sorted(Comparator.comparing((Fix fix) -> fix.span().start()).reversed())
                .forEach(fix -> text.replace(
                        source.offset(fix.span().start()), source.offset(fix.span().end()), fix.replacement()));
        return text.toString();
    }
}
