package catchment.spec.fuzz;

import java.util.List;

/** Definitions put together from pieces: a byte chooses a statement, the next ones the values in its places. What comes of it is nearly right, most often. */
final class Fragments {
    private static final String IMPORTS = """
            from datetime import date, datetime, timedelta
            import argparse, functools, json, operator, os, random, sys
            from pathlib import Path
            from ehrql import *
            from ehrql.codes import *
            from ehrql.tables import *
            from ehrql.tables.tpp import *
            dataset = create_dataset()
            measures = create_measures()
            a, b, c = 1, "2020-01-01", [1, 2]
            """;

    /** {@code ?} is a value. */
    private static final List<String> STATEMENTS = List.of(
            "a = ?", "b = ?", "c = ?", "dataset.x = ?", "dataset.y = ?", "dataset.add_column(?, ?)", "dataset.define_population(?)",
            "measures.define_measure(?, numerator=?, denominator=?, intervals=?)", "measures.define_defaults(group_by={'g': ?}, intervals=?)",
            "for a in ?:\n    c = ?\n    if ?:\n        break", "if ?:\n    a = ?\nelif ?:\n    b = ?\nelse:\n    c = ?", "def f(x, y=?):\n    return ?",
            "def g(*x, **y):\n    def h(z):\n        return ?\n    return h", "a, *b = ?", "a += ?", "c[?] = ?", "del c[?]", "assert ?, ?", "raise ValueError(?)",
            "print(?, ?)", "show(?)", "setattr(dataset, ?, ?)", "globals()[?] = ?", "with open(?) as a:\n    b = json.load(a)", "random.seed(?)",
            "claim_permissions(?)", "dataset.configure_dummy_data(population_size=?)", "measures.configure_disclosure_control(enabled=?)",
            "@table_from_rows(?)\nclass t(PatientFrame):\n    n = Series(?)", "@table_from_file(?)\nclass t(PatientFrame):\n    n = Series(int)",
            "@table\nclass t(EventFrame):\n    n = Series(?, constraints=[?])", "from lib import *", "from .lib import limit", "sys.argv.append(?)", "?", "pass", "continue",
            "try:\n    a = ?\nexcept:\n    pass", "while ?:\n    a = ?", "lambda: ?", "dataset.add_event_table('e', d=?)");

    private static final List<String> VALUES = List.of(
            "a", "b", "c", "0", "-1", "1.5", "10 ** 9", "True", "None", "''", "'123456'", "'2020-02-30'", "date(2020, 2, 29)", "[]", "{}", "()", "{?, ?}", "[?, ?]", "{?: ?}",
            "patients", "patients.date_of_birth", "patients.sex", "patients.age_on(?)", "clinical_events", "clinical_events.date", "clinical_events.where(?)",
            "clinical_events.sort_by(?).first_for_patient()", "clinical_events.snomedct_code", "clinical_events.numeric_value", "medications.dmd_code.is_in(?)",
            "?.exists_for_patient()", "?.count_for_patient()", "?.maximum_for_patient()", "?.date", "?.year", "?.is_in(?)", "?.is_null()", "?.when_null_then(?)",
            "?.map_values(?)", "?.to_category(?)", "?.contains(?)", "?.as_int()", "(? - ?).days", "? + days(?)", "? & ?", "? | ?", "~?", "? == ?", "? < ?", "? + ?", "? - ?", "? * ?",
            "? / ?", "? // ?", "? ** ?", "? % ?", "-?", "not ?", "? and ?", "? in ?", "? if ? else ?", "case(when(?).then(?), otherwise=?)", "when(?).then(?).otherwise(?)",
            "maximum_of(?, ?)", "minimum_of(?, ?)", "months(?).starting_on(?)", "INTERVAL.start_date", "INTERVAL", "codelist_from_csv('codelists/a.csv', column='code')",
            "codelist_from_csv(?, column=?, category_column=?)", "f(?)", "f(*?)", "f(**?)", "g(?)(?)", "lambda x: ?", "[? for x in ?]", "{x: ? for x in ? if ?}", "sum(? for x in ?)",
            "?[?]", "?[?:?]", "f'{?}'", "f'{?:>9}'", "str(?)", "int(?)", "len(?)", "range(?)", "sorted(?)", "list(?)", "set(?)", "dict(?)", "zip(?, ?)", "getattr(?, ?)",
            "hasattr(?, ?)", "isinstance(?, int)", "?.items()", "?.append(?)", "?.split(?)", "?.replace(?, ?)", "?.join(?)", "?.format(?)", "functools.reduce(operator.or_, ?)",
            "get_parameter(?, default=?)", "sys.argv[?]", "json.loads(?)", "Path(?).read_text()", "os.listdir(?)", "datetime.strptime(?, '%Y-%m-%d')", "timedelta(days=?)",
            "ICD10Code(?)", "Constraint.Regex(?)", "Constraint.Categorical(?)", "vars(?)", "locals()", "ethnicity_from_sus.code", "addresses.for_patient_on(?).imd_quintile", "dataset.x");

    private static final int DEEPEST = 12;
    private static final int LONGEST = 200_000;

    private final byte[] recipe;
    private int next;

    private Fragments(byte[] recipe, int next) {
        this.recipe = recipe;
        this.next = next;
    }

    /** The definition of a recipe that begins at an offset. */
    static String definition(byte[] recipe, int from) {
        Fragments fragments = new Fragments(recipe, from);
        StringBuilder text = new StringBuilder(IMPORTS);
        while (fragments.next < recipe.length && text.length() < LONGEST) {
            fragments.write(fragments.choose(STATEMENTS), 0, text);
            text.append('\n');
        }
        return text.toString();
    }

    private String choose(List<String> pieces) {
        int choice = next < recipe.length ? recipe[next] & 0xff : 0;
        next++;
        return pieces.get(choice % pieces.size());
    }

    private void write(String piece, int depth, StringBuilder text) {
        for (int i = 0; i < piece.length(); i++) {
            if (piece.charAt(i) != '?') {
                text.append(piece.charAt(i));
            } else if (depth == DEEPEST) {
                text.append('a');
            } else {
                write(choose(VALUES), depth + 1, text);
            }
        }
    }
}
