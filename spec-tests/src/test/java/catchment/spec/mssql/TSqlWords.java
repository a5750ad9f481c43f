package catchment.spec.mssql;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** T-SQL as DuckDB spells it, word by word; functions that DuckDB lacks, or has another meaning for, are {@link TSqlFunctions}. */
final class TSqlWords {
    private static final Pattern WORDS = Pattern.compile("""
            (?<text>N?'(?:[^']|'')*')\
            |(?<name>\\[(?:[^]]|]])*])\
            |(?<comment>--[^\\n]*)\
            |(?<collation>\\ COLLATE\\ \\w+)\
            |(?<type>\\b(?:N?VARCHAR\\((?:MAX|\\d+)\\)|FLOAT\\b|BIT\\b))\
            |(?<date>\\b(?:DATEADD|DATEDIFF)\\((?:day|month|year),\\ )\
            |(?<mark>\\+\\ NCHAR\\(\\d+\\))\
            |(?<count>\\bCOUNT_BIG\\()\
            |(?<database>\\b\\w+\\.\\.(?=\\w))\
            |(?<bytes>\\bCONVERT\\(VARCHAR\\(MAX\\),\\ (?<of>\\w+),\\ 2\\))\
            |(?<function>\\b(?:CHARINDEX|DATALENGTH|DATEFROMPARTS|DAY|LEFT|LEN|LOG|MONTH|POWER|ROUND|YEAR)\\()""", Pattern.DOTALL);
    private static final Pattern INTO = Pattern.compile("(?<comments>(?:--[^\\n]*\\n)*)SELECT \\*\\nINTO (?<place>\"[^\"]*\")\\n", Pattern.DOTALL);

    private TSqlWords() {}

    /** The statement for DuckDB; empty if it sets what DuckDB has no setting for. */
    static String translated(String statement) {
        if (statement.startsWith("SET ")) {
            return "";
        }
        String words = WORDS.matcher(statement).replaceAll(found -> Matcher.quoteReplacement(word(found)));
        return INTO.matcher(words)
                .replaceFirst("${comments}CREATE TEMP TABLE ${place} AS SELECT *\n")
                .replaceFirst("^CREATE TABLE \"#", "CREATE TEMP TABLE \"#");
    }

    private static String word(MatchResult found) {
        String word = found.group();
        if (found.group("text") != null) {
            // a backslash at the end of a line continues it: neither is part of the text
            return word.substring(word.indexOf('\'')).replace("\\\r\n", "").replace("\\\n", "");
        }
        if (found.group("name") != null) {
            return "\"" + word.substring(1, word.length() - 1).replace("]]", "]").replace("\"", "\"\"") + "\"";
        }
        if (found.group("comment") != null) {
            return word;
        }
        if (found.group("database") != null) {
            // another database, by its name and the owner of its tables that goes without saying
            return "";
        }
        if (found.group("bytes") != null) {
            return "hex(" + found.group("of") + ")";
        }
        if (found.group("collation") != null) {
            return "";
        }
        if (found.group("type") != null) {
            return word.equals("FLOAT") ? "DOUBLE" : word.equals("BIT") ? "TINYINT" : "VARCHAR";
        }
        if (found.group("date") != null) {
            // DATEADD(day, … the unit becomes part of the name
            return "tsql_" + word.toLowerCase(Locale.ROOT).replace("(", "_").replace(", ", "(");
        }
        if (found.group("mark") != null) {
            return word.replace("+ NCHAR", "|| chr");
        }
        return found.group("count") != null ? "count(" : "tsql_" + word.toLowerCase(Locale.ROOT);
    }
}
