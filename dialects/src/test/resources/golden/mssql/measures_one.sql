SET NOCOUNT ON;

SET ANSI_NULLS ON;

SET ANSI_PADDING ON;

SET ANSI_WARNINGS ON;

SET ARITHABORT ON;

SET CONCAT_NULL_YIELDS_NULL ON;

SET QUOTED_IDENTIFIER ON;

SET DATEFORMAT ymd;

-- 1 rows of data
CREATE TABLE [#intervals] ([interval] BIGINT, [interval_start_date] DATE, [interval_end_date] DATE);

INSERT INTO [#intervals] VALUES
  (0, CAST('2020-01-01' AS DATE), CAST('2020-01-31' AS DATE));

-- stage 1 of 3: who is in a denominator, and when
-- study.ehrql:4 measures.tested denominator
SELECT *
INTO [#population]
FROM (
SELECT [patient_id],
  [interval]
FROM (SELECT [patients].[patient_id],
      [#intervals].[interval],
        CASE WHEN CAST(DATEDIFF(year, [patients].[date_of_birth], [#intervals].[interval_start_date]) - CASE WHEN MONTH([#intervals].[interval_start_date]) * 100 + DAY([#intervals].[interval_start_date]) < MONTH([patients].[date_of_birth]) * 100 + DAY([patients].[date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) >= 18 THEN 1 WHEN CAST(DATEDIFF(year, [patients].[date_of_birth], [#intervals].[interval_start_date]) - CASE WHEN MONTH([#intervals].[interval_start_date]) * 100 + DAY([#intervals].[interval_start_date]) < MONTH([patients].[date_of_birth]) * 100 + DAY([patients].[date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) < 18 THEN 0 ELSE NULL END AS [is_in]
    FROM [patients],
      [#intervals]) AS [t]
WHERE [t].[is_in] = 1
) AS [stage];

-- stage 2 of 3: rows of events that can matter in an interval
-- study.ehrql:3 measures.tested numerator
SELECT *
INTO [#tested_rows]
FROM (
SELECT [patient_id],
  [date]
FROM (SELECT [events].[patient_id],
        CASE WHEN ([events].[code] IN ('60621009', '1000001')) AND [events].[date] >= CAST('2020-01-01' AS DATE) AND [events].[date] <= CAST('2020-01-31' AS DATE) THEN 1 WHEN NOT ([events].[code] IN ('60621009', '1000001')) OR [events].[date] < CAST('2020-01-01' AS DATE) OR [events].[date] > CAST('2020-01-31' AS DATE) THEN 0 ELSE NULL END AS [can_matter],
      [events].[date]
    FROM [events]
      INNER JOIN [patients] ON [events].[patient_id] = [patients].[patient_id]) AS [t]
WHERE [t].[can_matter] = 1
) AS [stage];

-- stage 3 of 3: read from events
-- study.ehrql:3 measures.tested numerator
SELECT *
INTO [#tested]
FROM (
SELECT *
FROM (SELECT [patient_id],
      [interval],
      MAX(CAST(1 AS INT)) AS [tested]
    FROM (SELECT [#tested_rows].[patient_id],
          [#population].[interval],
            CASE WHEN [#tested_rows].[date] >= [#intervals].[interval_start_date] AND [#tested_rows].[date] <= [#intervals].[interval_end_date] THEN 1 WHEN [#tested_rows].[date] < [#intervals].[interval_start_date] OR [#tested_rows].[date] > [#intervals].[interval_end_date] THEN 0 ELSE NULL END AS [is_matched]
        FROM [#tested_rows]
          INNER JOIN [#population] ON [#tested_rows].[patient_id] = [#population].[patient_id]
          INNER JOIN [#intervals] ON [#population].[interval] = [#intervals].[interval]) AS [t]
    WHERE [t].[is_matched] = 1
    GROUP BY [patient_id],
      [interval]) AS [t2]
) AS [stage];

-- result: tested
-- study.ehrql:3 measures.tested numerator
-- study.ehrql:4 measures.tested denominator
SELECT [interval],
  [numerator],
  [denominator]
FROM (SELECT *
    FROM (SELECT [interval],
          COUNT_BIG(*) AS [denominator],
          COUNT_BIG(CASE WHEN [tested] = 1 THEN 1 ELSE NULL END) AS [numerator]
        FROM (SELECT [interval],
              [tested]
            FROM (SELECT [#population].[patient_id],
                  [#population].[interval],
                    CASE WHEN [#tested].[tested] = 1 THEN 1 ELSE 0 END AS [tested]
                FROM [#population]
                  LEFT JOIN [#tested] ON [#population].[patient_id] = [#tested].[patient_id] AND [#population].[interval] = [#tested].[interval]) AS [t]
            WHERE [t].[patient_id] IS NOT NULL) AS [t1]
        GROUP BY [interval]) AS [t3]) AS [t4]
ORDER BY [interval];

-- what was made is removed
DROP TABLE IF EXISTS [#tested];
DROP TABLE IF EXISTS [#tested_rows];
DROP TABLE IF EXISTS [#population];
DROP TABLE IF EXISTS [#intervals];
