package catchment.compiler.lint;

import catchment.compiler.definition.Spans.ListUse;
import catchment.compiler.model.Type;
import catchment.compiler.query.QueryCode;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A spreadsheet keeps 15 digits of a number, and longer codes come out of it with zeros for the rest. Such a code looks right and matches nothing. Its check digit tells: one
 * that ends so by right has a check digit that fits.
 */
final class DamagedCodes implements Rule {
    private static final int DIGITS_KEPT = 15;

    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        Set<String> said = new HashSet<>();
        for (ListUse use : Lists.firstUses(study)) {
            if (use.set().type() != Type.SNOMEDCT_CODE && use.set().type() != Type.DMD_CODE) {
                continue;
            }
            List<String> damaged = use.set().values().stream().map(String.class::cast).filter(DamagedCodes::isDamaged).toList();
            if (!damaged.isEmpty() && said.add(damaged.getFirst())) {
                found.accept(finding(damaged, use, study));
            }
        }
    }

    private static Diagnostic finding(List<String> damaged, ListUse use, Study study) {
        String more = damaged.size() == 1 ? "" : ", and " + (damaged.size() - 1) + " more like it";
        return Diagnostic.warning(
                        QueryCode.CODE_DAMAGED_BY_SPREADSHEET,
                        place(damaged.getFirst(), use, study),
                        "`" + damaged.getFirst() + "` has lost its last digits, as long numbers do in a spreadsheet" + more)
                .hint("fetch the codelist again, and never save it from a spreadsheet");
    }

    /** Where the code is written, if the text that the list comes from is known. */
    private static Span place(String code, ListUse use, Study study) {
        SourceText text = study.sources().get(use.first().file());
        int at = text == null ? -1 : text.text().indexOf(code);
        return at < 0 ? use.argument() : text.span(at, at + code.length());
    }

    static boolean isDamaged(String code) {
        return code.length() > DIGITS_KEPT && code.substring(DIGITS_KEPT).chars().allMatch(digit -> digit == '0') && !CheckDigit.fits(code);
    }
}
