package catchment.spec.bench;

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
