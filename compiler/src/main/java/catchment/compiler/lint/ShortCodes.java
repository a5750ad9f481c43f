package catchment.compiler.lint;

import catchment.compiler.definition.Spans.ListUse;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hospital records pad three-character codes of ICD-10 with an X: {@code J22X}. A list that has {@code J22} and no longer code of the kind finds nothing by it. A parent
 * code beside its children is usual in codelists, and nothing is said of it.
 */
final class ShortCodes implements Rule {
    private static final Set<String> HOSPITAL = Set.of("apcs", "opa_diag", "opa_diagnosis");
    private static final Pattern SHORT = Pattern.compile("[A-Z][0-9]{2}");

    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        for (ListUse use : Lists.firstUses(study)) {
            if (use.set().type() == Type.ICD10_CODE && inHospital(use, study)) {
                check(use, study, found);
            }
        }
    }

    private static boolean inHospital(ListUse use, Study study) {
        List<SelectColumn> columns = Lists.columns(use.set(), study);
        return columns.stream().anyMatch(column -> HOSPITAL.contains(Rows.table(column.source())));
    }

    private static void check(ListUse use, Study study, Consumer<Diagnostic> found) {
        Set<String> longer = use.set().values().stream()
                .map(String.class::cast)
                .filter(code -> code.length() > 3)
                .map(code -> code.substring(0, 3))
                .collect(Collectors.toSet());
        List<String> alone = use.set().values().stream()
                .map(String.class::cast)
                .filter(code -> SHORT.matcher(code).matches() && !longer.contains(code))
                .toList();
        if (alone.isEmpty()) {
            return;
        }
        String first = alone.getFirst();
        Span written = use.first();
        boolean literal = study.words(written).replaceAll("[\"']", "").equals(first) && !Lists.isRead(use, study);
        String more = alone.size() == 1 ? "" : ", and " + (alone.size() - 1) + " more such codes";
        Diagnostic finding = LintCode.CODE_NEVER_MATCHES
                .at(literal ? written : use.argument(), "in hospital records `" + first + "` is written `" + first + "X` or with a further digit, so it matches nothing there" + more)
                .hint("`\"" + first + "X\"`, or all codes that begin with " + first);
        found.accept(literal ? finding.fix(written, "\"" + first + "X\"") : finding);
    }
}
