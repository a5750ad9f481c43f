package catchment.compiler.eval;

import java.util.Map;
import java.util.Optional;

/** What Python has and a definition cannot use, with what to write instead. */
final class ForbiddenNames {
    private static final String SERIES = "columns of tables take the place of data frames: `where`, `sort_by`, `case` and the aggregations work on every patient";
    private static final String NETWORK = "a definition reads nothing from the network: keep the file in the study";
    private static final String PROCESS = "a definition starts no programs: what comes from another action is read from its output file";

    private static final String ENVIRONMENT = "a definition sees no environment variables: take the value from the command line with `get_parameter`";

    private static final Map<String, String> MODULES = Map.ofEntries(
            Map.entry("pandas", SERIES),
            Map.entry("numpy", SERIES),
            Map.entry("polars", SERIES),
            Map.entry("pyarrow", SERIES),
            Map.entry("scipy", SERIES),
            Map.entry("matplotlib", "a definition draws nothing: an action after it can, from its output"),
            Map.entry("seaborn", "a definition draws nothing: an action after it can, from its output"),
            Map.entry("requests", NETWORK),
            Map.entry("urllib", NETWORK),
            Map.entry("http", NETWORK),
            Map.entry("socket", NETWORK),
            Map.entry("subprocess", PROCESS),
            Map.entry("multiprocessing", PROCESS),
            Map.entry("threading", PROCESS),
            Map.entry("asyncio", PROCESS),
            Map.entry("shutil", "a definition changes no files"),
            Map.entry("tempfile", "a definition changes no files"),
            Map.entry("pickle", "read JSON, or a table with `@table_from_file`"),
            Map.entry("csv", "read codes with `codelist_from_csv`, and tables with `@table_from_file`"),
            Map.entry("importlib", "name the module in an `import`"),
            Map.entry("ctypes", PROCESS),
            Map.entry("dateutil", "dates are moved with `days`, `weeks`, `months` and `years` of `ehrql`, or with `datetime.timedelta`"),
            Map.entry("sklearn", SERIES),
            Map.entry("statsmodels", SERIES),
            Map.entry("lifelines", SERIES),
            Map.entry("statistics", SERIES),
            Map.entry("duckdb", SERIES),
            Map.entry("sqlite3", SERIES),
            Map.entry("sqlalchemy", SERIES),
            Map.entry("re", "texts have `startswith`, `endswith`, `split`, `replace` and `in`; columns have `contains`"),
            Map.entry("dataclasses", "keep values that belong together in a dict, and read them by `settings[\"name\"]`"),
            Map.entry("enum", "keep the names in a list or a dict"),
            Map.entry("string", "write the letters as a text"),
            Map.entry("glob", "`os.listdir` and `Path.iterdir` list a folder of the study"),
            Map.entry("yaml", "keep the settings as JSON, and read them with `json.load`"),
            Map.entry("toml", "keep the settings as JSON, and read them with `json.load`"),
            Map.entry("tomllib", "keep the settings as JSON, and read them with `json.load`"),
            Map.entry("configparser", "keep the settings as JSON, and read them with `json.load`"),
            Map.entry("click", "take values from the command line with `get_parameter` or `argparse`"),
            Map.entry("decimal", "numbers are whole or decimal: write `1.5`"),
            Map.entry("fractions", "numbers are whole or decimal: write `1.5`"),
            Map.entry("contextlib", "`with open(…)` is all that a definition needs"),
            Map.entry("uuid", "a definition gives the same each time it is run"),
            Map.entry("secrets", "a definition gives the same each time it is run"),
            Map.entry("calendar", "dates are moved with `days`, `weeks`, `months` and `years` of `ehrql`, or with `datetime.timedelta`"),
            Map.entry("pytz", "days have no time zone here"),
            Map.entry("zoneinfo", "days have no time zone here"),
            Map.entry("pprint", "`print(…)` shows a value"),
            Map.entry("tqdm", "write the loop without it: the command shows how it comes on"),
            Map.entry("time", "today is `datetime.date.today()`"),
            Map.entry("cohortextractor", "that is the tool before this language: write `create_dataset()` and `define_population`"));

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("exec", "write the statements themselves; to set variables by name use `setattr`"),
            Map.entry("eval", "write the expression itself; to take an attribute by name use `getattr`"),
            Map.entry("compile", "write the statements themselves"),
            Map.entry("__import__", "name the module in an `import`"),
            Map.entry("os.environ", ENVIRONMENT),
            Map.entry("os.getenv", ENVIRONMENT),
            Map.entry("input", "take the value from the command line with `get_parameter`"),
            Map.entry("breakpoint", "`show(…)` or `print(…)` let a value be seen"),
            Map.entry("exit", "leave what is not wanted in an `if`"),
            Map.entry("quit", "leave what is not wanted in an `if`"),
            Map.entry("super", "tables have no methods of their base to call"),
            Map.entry("memoryview", "texts and lists hold what a definition needs"),
            Map.entry("bytes", "texts hold what a definition needs"),
            Map.entry("bytearray", "texts hold what a definition needs"),
            Map.entry("complex", "numbers are whole or decimal"));

    private ForbiddenNames() {}

    /** What to use instead of a module. Empty if it is none of those. */
    static Optional<String> module(String name) {
        int dot = name.indexOf('.');
        return Optional.ofNullable(MODULES.get(dot < 0 ? name : name.substring(0, dot)));
    }

    /** What to use instead of a built-in function. Empty if it is none of those. */
    static Optional<String> function(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }
}
