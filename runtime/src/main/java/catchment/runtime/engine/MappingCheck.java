package catchment.runtime.engine;

import catchment.compiler.backend.BackendDefinition;
import catchment.compiler.backend.BackendTable;
import catchment.compiler.backend.BackendTable.Source;
import catchment.compiler.model.Constraint;
import catchment.compiler.model.Type;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.JdbcAccess;
import catchment.dialects.spi.TableMapping;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Whether a database holds what a backend says of it: every fault is found before anything is run. */
public final class MappingCheck {
    /** How closely it is looked at. */
    public enum Depth {
        /** Names and types: a file says no more of itself. */
        TYPES,
        /** What the database says of its tables: no row is read. */
        DESCRIPTION,
        /** Rows too: whether a column has a missing value that may have none. */
        ROWS
    }

    /**
     * What was found.
     *
     * @param mapping where the tables are, with the casts that their columns need
     * @param faults what the database has otherwise than the backend says; none of it is found twice
     */
    public record Checked(TableMapping mapping, List<Diagnostic> faults) {
        public Checked {
            faults = List.copyOf(faults);
        }
    }

    /** A column as the database describes it. */
    private record Found(String name, int jdbcType, int scale, boolean nullable) {}

    private final Connection connection;
    private final Dialect dialect;
    private final Depth depth;
    private final UnaryOperator<String> masked;
    private final List<Diagnostic> faults = new ArrayList<>();
    private final Map<BackendTable, Set<String>> casts = new LinkedHashMap<>();
    private final Map<JDBCType, List<BackendTable>> keys = new TreeMap<>();

    /**
     * @param masked takes secrets out of what the database says
     */
    MappingCheck(Connection connection, Dialect dialect, Depth depth, UnaryOperator<String> masked) {
        this.connection = connection;
        this.dialect = dialect;
        this.depth = depth;
        this.masked = masked;
    }

    /**
     * Checks some tables of a backend.
     *
     * @param names which; names that it has not are left out
     */
    Checked of(BackendDefinition backend, Collection<String> names) {
        for (String name : names) {
            Optional.ofNullable(backend.tables().get(name)).ifPresent(this::table);
        }
        if (keys.size() > 1) {
            List<BackendTable> most = keys.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
            keys.forEach((type, tables) -> {
                if (tables != most) {
                    tables.forEach(table -> fault(table, "the key `" + key(table) + "` of `" + table.definition().name() + "` has the type " + type
                                    + ", and that of other tables, such as `" + most.getFirst().definition().name() + "`, another: they cannot be joined by an index")
                            .ifPresent(faults::add));
                }
            });
        }
        return new Checked(TableMapping.of(backend, (table, column) -> casts.getOrDefault(table, Set.of()).contains(column)), faults);
    }

    private static String key(BackendTable table) {
        return table.columns().get(BackendTable.PATIENT_ID).name();
    }

    private void table(BackendTable table) {
        List<Found> found;
        try {
            found = columns(table);
        } catch (SQLException refused) {
            fault(table, "the table `" + table.definition().name() + "` cannot be read: " + masked.apply(DatabaseFault.said(refused))).ifPresent(faults::add);
            return;
        }
        Set<String> cast = new LinkedHashSet<>();
        table.columns().forEach((name, column) -> {
            Optional<Found> there = found.stream().filter(one -> one.name().equalsIgnoreCase(column.name())).findFirst();
            if (there.isEmpty()) {
                List<String> names = found.stream().map(Found::name).toList();
                List<String> near = NearNames.of(column.name(), names);
                fault(table, "the table `" + table.definition().name() + "` has no column `" + column.name() + "`" + (name.equals(column.name()) ? "" : ", which is its `" + name + "`"))
                        .map(fault -> fault.hint("it has `" + String.join("`, `", near.isEmpty() ? names.stream().limit(12).toList() : near) + "`"))
                        .ifPresent(faults::add);
                return;
            }
            column(table, name, there.get(), cast);
        });
        casts.put(table, cast);
    }

    private void column(BackendTable table, String name, Found there, Set<String> cast) {
        Type type = table.type(name);
        if (!fits(there, type)) {
            fault(table, "the column `" + there.name() + "` of `" + table.definition().name() + "` has the type " + JDBCType.valueOf(there.jdbcType()) + ", and `" + name
                            + "` is of the type " + type.serialName())
                    .ifPresent(faults::add);
            return;
        }
        if (dialect.jdbc().map(access -> access.needsCast(there.jdbcType(), type)).orElseGet(() -> JdbcAccess.differs(there.jdbcType(), type))) {
            cast.add(name);
        }
        if (name.equals(BackendTable.PATIENT_ID)) {
            keys.computeIfAbsent(JDBCType.valueOf(there.jdbcType()), _ -> new ArrayList<>()).add(table);
        }
        boolean never = name.equals(BackendTable.PATIENT_ID)
                || table.definition().schema().column(name).flatMap(one -> one.constraint(Constraint.NotNull.class)).isPresent();
        if (never && there.nullable()) {
            nullable(table, name, there);
        }
    }

    /** A column that may be missing, where the table's rules say that it never is. */
    private void nullable(BackendTable table, String name, Found there) {
        String what = "the column `" + there.name() + "` of `" + table.definition().name() + "`";
        boolean query = table.source() instanceof Source.Query;
        switch (depth) {
            case TYPES -> {}
            case DESCRIPTION -> {
                if (!query) {
                    faults.add(Diagnostic.warning(RunCode.BACKEND_MAPPING, table.place(), what + " may be missing, and `" + name + "` never is"));
                }
            }
            case ROWS -> {
                try (Statement statement = connection.createStatement();
                        ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + from(table) + " WHERE " + dialect.quoted(there.name()) + " IS NULL")) {
                    count.next();
                    long missing = count.getLong(1);
                    if (missing > 0) {
                        fault(table, what + " is missing in " + missing + (missing == 1 ? " row" : " rows") + ", and `" + name + "` never is")
                                .map(fault -> fault.hint("a query that leaves such rows out, or gives them a value"))
                                .ifPresent(faults::add);
                    } else if (!query) {
                        faults.add(Diagnostic.warning(RunCode.BACKEND_MAPPING, table.place(), what + " may be missing, and `" + name + "` never is; there is no such row now"));
                    }
                } catch (SQLException refused) {
                    fault(table, what + " cannot be read: " + masked.apply(DatabaseFault.said(refused))).ifPresent(faults::add);
                }
            }
        }
    }

    private Optional<Diagnostic> fault(BackendTable table, String message) {
        return Optional.of(Diagnostic.error(RunCode.BACKEND_MAPPING, table.place(), message));
    }

    private String from(BackendTable table) {
        return switch (table.source()) {
            case Source.Physical(List<String> place) -> place.stream().map(dialect::quoted).collect(Collectors.joining("."));
            case Source.Query(String sql, var _) -> "(\n" + sql + "\n) AS " + dialect.quoted(table.definition().name());
        };
    }

    private List<Found> columns(BackendTable table) throws SQLException {
        Set<String> filled = table.source() instanceof Source.Physical(List<String> place) ? filled(place) : Set.of();
        List<Found> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + from(table) + " WHERE 1 = 0")) {
            ResultSetMetaData description = none.getMetaData();
            for (int i = 1; i <= description.getColumnCount(); i++) {
                String name = description.getColumnLabel(i);
                found.add(new Found(name, description.getColumnType(i), description.getScale(i), !filled.contains(name)));
            }
        }
        return found;
    }

    /** The columns that are declared never to be missing. */
    private Set<String> filled(List<String> place) throws SQLException {
        String schema = place.size() > 1 ? place.get(place.size() - 2) : connection.getSchema();
        Set<String> names = new LinkedHashSet<>();
        try (ResultSet columns = connection.getMetaData().getColumns(null, schema, place.getLast(), "%")) {
            while (columns.next()) {
                if ("NO".equals(columns.getString("IS_NULLABLE"))) {
                    names.add(columns.getString("COLUMN_NAME"));
                }
            }
        }
        return names;
    }

    /** Whether values of a type of the database can be read as ours. An engine that keeps dates as texts says little of types, and is believed. */
    private boolean fits(Found found, Type type) {
        boolean datesAreTexts = dialect.columnType(Type.DATE).equals(dialect.columnType(Type.STR));
        boolean number = switch (found.jdbcType()) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> true;
            default -> false;
        };
        boolean decimal = found.jdbcType() == Types.NUMERIC || found.jdbcType() == Types.DECIMAL;
        boolean text = switch (found.jdbcType()) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.CLOB, Types.NCLOB -> true;
            default -> false;
        };
        if (datesAreTexts && (found.jdbcType() == Types.NULL || found.jdbcType() == Types.OTHER || found.jdbcType() == Types.NUMERIC)) {
            return true;
        }
        return switch (type) {
            case BOOL -> number || found.jdbcType() == Types.BOOLEAN || found.jdbcType() == Types.BIT;
            case INT -> number || decimal && found.scale() == 0;
            case FLOAT -> number || decimal || found.jdbcType() == Types.REAL || found.jdbcType() == Types.FLOAT || found.jdbcType() == Types.DOUBLE;
            case DATE -> found.jdbcType() == Types.DATE || found.jdbcType() == Types.TIMESTAMP || datesAreTexts && text;
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING -> text;
        };
    }
}
