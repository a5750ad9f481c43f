package catchment.compiler.lint;

import catchment.compiler.definition.Spans.ListUse;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Type;
import catchment.compiler.model.ValueSet;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A list of one coding system compared with a column of another. Where the systems write their codes differently that is an error; SNOMED CT and dm+d look alike, and so
 * do short codes of ICD-10 and OPCS-4, so only the name of the file, of its column or of the list tells, or that the same list is used for both.
 */
final class OtherSystems implements Rule {
    /** The systems whose codes can be taken for each other's. */
    private static final Map<Type, Type> ALIKE = Map.of(
            Type.SNOMEDCT_CODE, Type.DMD_CODE,
            Type.DMD_CODE, Type.SNOMEDCT_CODE,
            Type.ICD10_CODE, Type.OPCS4_CODE,
            Type.OPCS4_CODE, Type.ICD10_CODE);

    @Override
    public void check(Study study, Consumer<Diagnostic> found) {
        List<ListUse> uses = Lists.used(study).stream()
                .filter(use -> ALIKE.containsKey(use.set().type()) && !use.set().values().isEmpty())
                .toList();
        Map<ValueSet, Set<Object>> values = new HashMap<>();
        uses.forEach(use -> values.computeIfAbsent(use.set(), set -> new HashSet<>(set.values())));
        Map<Set<Object>, List<ListUse>> byValues = new HashMap<>();
        Map<ValueSet, List<ListUse>> bySet = new HashMap<>();
        values.forEach((set, members) -> bySet.put(set, byValues.computeIfAbsent(members, _ -> new ArrayList<>())));
        uses.forEach(use -> bySet.get(use.set()).add(use));
        for (ListUse use : uses) {
            Optional<String> evidence = evidence(use, ALIKE.get(use.set().type()), study);
            if (evidence.isPresent() && evidence(use, use.set().type(), study).isEmpty()) {
                found.accept(finding(use, Lists.name(use, study) + " is a list of " + ALIKE.get(use.set().type()).words() + "s by its name `" + evidence.get() + "`", study));
            }
        }
        for (List<ListUse> same : byValues.values()) {
            usedForBoth(same, study, found);
        }
    }

    /** One list for two systems: wrong where its name speaks for the other, else where it was used later. */
    private static void usedForBoth(List<ListUse> same, Study study, Consumer<Diagnostic> found) {
        ListUse first = same.getFirst();
        Optional<ListUse> other = same.stream().filter(use -> use.set().type() != first.set().type()).findFirst();
        if (other.isEmpty() || same.stream().anyMatch(use -> evidence(use, ALIKE.get(use.set().type()), study).isPresent())) {
            return;
        }
        ListUse wrong = soundsLike(first, other.get().set().type(), study) ? first : other.get();
        ListUse right = wrong == first ? other.get() : first;
        found.accept(finding(wrong, Lists.name(right, study) + " is used for " + right.set().type().words() + "s on line " + right.argument().start().line(), study));
    }

    private static Diagnostic finding(ListUse use, String reason, Study study) {
        Type type = use.set().type();
        String column = Lists.columns(use.set(), study).stream()
                .map(SelectColumn::name)
                .map(name -> "`" + name + "`")
                .findFirst()
                .orElse("this");
        return LintCode.CODELIST_OF_OTHER_COLUMN
                .at(use.argument(), reason + ", and " + column + " holds " + type.words() + "s: they look alike, and nothing else will tell")
                .hint("check which list is meant here");
    }

    /** What in the file's name, its column's or the list's own names the system. */
    private static Optional<String> evidence(ListUse use, Type system, Study study) {
        List<String> names = new ArrayList<>(Lists.given(use.made(), study));
        String own = study.words(use.argument()).strip();
        if (own.matches("[\\p{L}_][\\p{L}\\p{N}_.]*")) {
            names.add(own);
        }
        return names.stream().filter(name -> names(name.toLowerCase(Locale.ROOT), system)).findFirst();
    }

    private static boolean names(String name, Type system) {
        return switch (system) {
            case SNOMEDCT_CODE -> name.contains("snomed");
            case DMD_CODE -> name.matches("(.*[^a-z])?(dmd|dm_d|dm-d)([^a-z].*)?");
            case ICD10_CODE -> name.matches("(.*[^a-z])?icd[-_]?(10)?([^a-z].*)?");
            case OPCS4_CODE -> name.matches("(.*[^a-z])?opcs[-_]?(4)?([^a-z].*)?");
            default -> false;
        };
    }

    /** Weaker: words that people use for medicines. Decides only which of two uses is the wrong one. */
    private static boolean soundsLike(ListUse use, Type system, Study study) {
        boolean medicine = study.words(use.argument()).toLowerCase(Locale.ROOT).matches(".*(med|drug|presc|tablet|inhaler|vacc).*");
        return medicine && system == Type.DMD_CODE;
    }
}
