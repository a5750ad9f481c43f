package catchment.spec.bench;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Definitions of a size, as the files of a study. */
final class Definitions {
    static final String FILE = "definition.py";

    private static final String OPENING = """
            from ehrql import case, codelist_from_csv, create_dataset, days, months, when, years
            from ehrql.tables.core import clinical_events, medications, patients, practice_registrations
            index_date = "2024-03-31"
            dataset = create_dataset()
            dataset.define_population(patients.exists_for_patient())
            """;

    private Definitions() {}

    /** A study of sixty variables: flags, last dates, last values, counts, bands, each with a codelist of its own. */
    static Map<String, String> sixtyVariables() {
        StringBuilder text = new StringBuilder(OPENING);
        text.append("registration = practice_registrations.for_patient_on(index_date)\n");
        for (int i = 0; i < 12; i++) {
            String codes = IntStream.range(0, 20).mapToObj(n -> "\"" + (195967000 + n) + "\"").collect(Collectors.joining(", ", "[", "]")).replace("195967", Integer.toString(195967 + i));
            text.append("""
                    codes_%1$d = %2$s
                    events_%1$d = clinical_events.where(clinical_events.snomedct_code.is_in(codes_%1$d))
                    before_%1$d = events_%1$d.where(events_%1$d.date.is_on_or_before(index_date))
                    last_%1$d = before_%1$d.sort_by(before_%1$d.date).last_for_patient()
                    dataset.any_%1$d = before_%1$d.exists_for_patient()
                    dataset.date_%1$d = last_%1$d.date
                    dataset.value_%1$d = last_%1$d.numeric_value
                    dataset.count_%1$d = before_%1$d.where(before_%1$d.date.is_after(index_date - years(%3$d))).count_for_patient()
                    dataset.band_%1$d = case(
                        when(last_%1$d.numeric_value < 25.0).then("low"),
                        when(last_%1$d.numeric_value < 30.0).then("middle"),
                        when(last_%1$d.numeric_value >= 30.0).then("high"),
                        otherwise="unknown",
                    )
                    """.formatted(i, codes, i + 1));
        }
        return Map.of(FILE, text.toString());
    }

    /**
     * About as large as the largest study that is known: 336 variables, 147 codelists from files, 3,800 lines, 19,000 nodes.
     */
    static Map<String, String> largest() {
        Map<String, String> files = new HashMap<>();
        StringBuilder text = new StringBuilder(OPENING);
        for (int i = 0; i < 147; i++) {
            int first = 100_000_000 + i * 1000;
            files.put("codelists/list-" + i + ".csv", IntStream.range(0, 200).mapToObj(n -> (first + n) + ",term " + n).collect(Collectors.joining("\n", "code,term\n", "\n")));
            text.append("codes_%1$d = codelist_from_csv(\"codelists/list-%1$d.csv\", column=\"code\")\n".formatted(i));
        }
        for (int i = 0; i < 336; i++) {
            text.append("""
                    events = clinical_events.where(clinical_events.snomedct_code.is_in(codes_%2$d))
                    before = events.where(events.date.is_on_or_before(index_date - days(%1$d))).sort_by(events.date, events.numeric_value)
                    last, first = before.last_for_patient(), before.first_for_patient()
                    after = events.where(events.date > last.date + days(%1$d)).sort_by(events.date, events.numeric_value).first_for_patient()
                    high = before.where(before.numeric_value > %1$d.5).where(before.date > first.date).last_for_patient()
                    drugs = medications.where(medications.date.is_on_or_between(first.date, after.date))
                    dataset.variable_%1$d = case(
                        when((last.numeric_value >= %1$d.0) & (high.date > "%3$s") & drugs.exists_for_patient()).then(last.date + days(%1$d)),
                        when(after.date.is_not_null() & (after.numeric_value * 2.0 < high.numeric_value + %1$d.25)).then(after.date - days(%1$d)),
                        otherwise=drugs.sort_by(drugs.date).first_for_patient().date,
                    )
                    """.formatted(i, i % 147, LocalDate.of(2001, 1, 31).plusDays(i * 20)));
        }
        files.put(FILE, text.toString());
        return files;
    }

    /** One codelist of so many codes, read from a file. */
    static Map<String, String> longCodelist(int codes) {
        String csv = IntStream.range(0, codes).mapToObj(n -> Integer.toString(100_000_000 + n)).collect(Collectors.joining("\n", "code\n", "\n"));
        return Map.of(
                FILE,
                OPENING + """
                        codes = codelist_from_csv("codelists/long.csv", column="code")
                        dataset.any = clinical_events.where(clinical_events.snomedct_code.is_in(codes)).exists_for_patient()
                        """,
                "codelists/long.csv",
                csv);
    }

    /** One case of so many branches. */
    static Map<String, String> longCase(int branches) {
        return Map.of(FILE, OPENING + "count = clinical_events.count_for_patient()\n"
                + "dataset.band = case(*[when(count == n).then(n * 2) for n in range(" + branches + ")], otherwise=-1)\n");
    }

    /** So many conditions, joined by {@code |} in one expression. */
    static Map<String, String> longChain(int terms) {
        String chain = IntStream.range(0, terms).mapToObj(n -> "(count == " + n + ")").collect(Collectors.joining(" | "));
        return Map.of(FILE, OPENING + "count = clinical_events.count_for_patient()\ndataset.any = " + chain + "\n");
    }
}
