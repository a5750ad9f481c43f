/**
 * The SQL that is written for SQL Server, executed: its functions are macros of DuckDB, written from Microsoft's pages, and what only spells otherwise is
 * translated word by word. So what a definition is lowered to is run, and only the spelling is not.
 */
package catchment.spec.mssql;
