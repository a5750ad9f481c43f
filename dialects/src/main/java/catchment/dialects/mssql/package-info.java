/**
 * SQL Server 2016 and later: its operators, and what a relation becomes where T-SQL has no such thing.
 *
 * <p>Owns how SQL Server wants plans written: conditions that are no values, texts whose trailing spaces count, integers of 32 bits, arithmetic that raises
 * errors. Knows no definition and no connection. No SQL Server has run what is written
 * here: it is checked construct by construct, and what it is lowered to is executed elsewhere.
 */
package catchment.dialects.mssql;
