SET NOCOUNT ON;

SET ANSI_NULLS ON;

SET ANSI_PADDING ON;

SET ANSI_WARNINGS ON;

SET ARITHABORT ON;

SET CONCAT_NULL_YIELDS_NULL ON;

SET QUOTED_IDENTIFIER ON;

SET DATEFORMAT ymd;

-- 2 rows of data
CREATE TABLE [#intervals] ([interval] BIGINT, [interval_end_date] DATE, [interval_start_date] DATE);

INSERT INTO [#intervals] VALUES
  (0, CAST('2020-01-31' AS DATE), CAST('2020-01-01' AS DATE)),
  (1, CAST('2020-02-29' AS DATE), CAST('2020-02-01' AS DATE));

-- 1 rows of data
CREATE TABLE [#intervals_2] ([interval] BIGINT, [interval_start_date_2] DATE, [interval_end_date_2] DATE);

INSERT INTO [#intervals_2] VALUES
  (0, CAST('2020-01-01' AS DATE), CAST('2020-03-31' AS DATE));

-- stage 1 of 10: who may be in the population
SELECT *
INTO [#everyone]
FROM (
SELECT [patient_id]
FROM [patients]
UNION
SELECT [patient_id]
FROM [events]
) AS [stage];

-- stage 2 of 10: rows of events that can matter in an interval
-- study.ehrql:7 measures.flagged denominator
SELECT *
INTO [#denominator_rows]
FROM (
SELECT [patient_id],
  [date]
FROM (SELECT [events].[patient_id],
        CASE WHEN [events].[date] >= CAST('2020-01-01' AS DATE) AND [events].[date] <= CAST('2020-02-29' AS DATE) THEN 1 WHEN [events].[date] < CAST('2020-01-01' AS DATE) OR [events].[date] > CAST('2020-02-29' AS DATE) THEN 0 ELSE NULL END AS [can_matter],
      [events].[date]
    FROM [events]
      INNER JOIN [#everyone] ON [events].[patient_id] = [#everyone].[patient_id]) AS [t]
WHERE [t].[can_matter] = 1
) AS [stage];

-- stage 3 of 10: read from events
-- study.ehrql:7 measures.flagged denominator
SELECT *
INTO [#denominator]
FROM (
SELECT *
FROM (SELECT [patient_id],
      [interval],
      COUNT_BIG(*) AS [denominator]
    FROM (SELECT [#denominator_rows].[patient_id],
          [#intervals].[interval],
            CASE WHEN [#denominator_rows].[date] >= [#intervals].[interval_start_date] AND [#denominator_rows].[date] <= [#intervals].[interval_end_date] THEN 1 WHEN [#denominator_rows].[date] < [#intervals].[interval_start_date] OR [#denominator_rows].[date] > [#intervals].[interval_end_date] THEN 0 ELSE NULL END AS [is_matched]
        FROM [#denominator_rows]
          INNER JOIN [#everyone] ON [#denominator_rows].[patient_id] = [#everyone].[patient_id]
          CROSS JOIN [#intervals]) AS [t]
    WHERE [t].[is_matched] = 1
    GROUP BY [patient_id],
      [interval]) AS [t2]
) AS [stage];

-- stage 4 of 10: who is in a denominator, and when
SELECT *
INTO [#population]
FROM (
SELECT [patient_id],
  [interval]
FROM (SELECT [#everyone].[patient_id],
      [#intervals].[interval],
        CASE WHEN CAST(DATEDIFF(year, [patients].[date_of_birth], [#intervals].[interval_start_date]) - CASE WHEN MONTH([#intervals].[interval_start_date]) * 100 + DAY([#intervals].[interval_start_date]) < MONTH([patients].[date_of_birth]) * 100 + DAY([patients].[date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) >= 18 OR COALESCE([#denominator].[denominator], 0) > 0 THEN 1 WHEN CAST(DATEDIFF(year, [patients].[date_of_birth], [#intervals].[interval_start_date]) - CASE WHEN MONTH([#intervals].[interval_start_date]) * 100 + DAY([#intervals].[interval_start_date]) < MONTH([patients].[date_of_birth]) * 100 + DAY([patients].[date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) < 18 AND COALESCE([#denominator].[denominator], 0) <= 0 THEN 0 ELSE NULL END AS [is_in]
    FROM [#everyone]
      CROSS JOIN [#intervals]
      LEFT JOIN [#denominator] ON [#everyone].[patient_id] = [#denominator].[patient_id] AND [#intervals].[interval] = [#denominator].[interval]
      LEFT JOIN [patients] ON [#everyone].[patient_id] = [patients].[patient_id]) AS [t]
WHERE [t].[is_in] = 1
) AS [stage];

-- stage 5 of 10: rows of events that can matter in an interval
-- study.ehrql:3 measures.high numerator
-- study.ehrql:5 measures.high group code
-- study.ehrql:6 measures.flagged numerator
SELECT *
INTO [#high_and_2_more_rows]
FROM (
SELECT [patient_id],
  [value],
  [code],
  [date],
  [flag]
FROM (SELECT [events].[patient_id],
        CASE WHEN [events].[date] <= CAST('2020-02-29' AS DATE) THEN 1 WHEN [events].[date] > CAST('2020-02-29' AS DATE) THEN 0 ELSE NULL END AS [can_matter],
      [events].[value],
      [events].[code],
      [events].[date],
      [events].[flag]
    FROM [events]
      INNER JOIN [#everyone] ON [events].[patient_id] = [#everyone].[patient_id]) AS [t]
WHERE [t].[can_matter] = 1
) AS [stage];

-- stage 6 of 10: read from events
-- study.ehrql:3 measures.high numerator
-- study.ehrql:5 measures.high group code
SELECT *
INTO [#high_and_code]
FROM (
SELECT [patient_id],
  [interval],
  [code],
  [value] AS [high]
FROM (SELECT [patient_id],
      [interval],
      [date],
      [code],
      [value],
        ROW_NUMBER() OVER (PARTITION BY [patient_id], [interval] ORDER BY [date] DESC, CAST([code] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 DESC, [value] DESC) AS [place]
    FROM (SELECT [#high_and_2_more_rows].[patient_id],
          [#population].[interval],
          [#high_and_2_more_rows].[date],
          [#high_and_2_more_rows].[code],
          [#high_and_2_more_rows].[value],
            CASE WHEN [#high_and_2_more_rows].[date] <= [#intervals].[interval_end_date] THEN 1 WHEN [#high_and_2_more_rows].[date] > [#intervals].[interval_end_date] THEN 0 ELSE NULL END AS [is_matched]
        FROM [#high_and_2_more_rows]
          INNER JOIN [#population] ON [#high_and_2_more_rows].[patient_id] = [#population].[patient_id]
          INNER JOIN [#intervals] ON [#population].[interval] = [#intervals].[interval]) AS [t]
    WHERE [t].[is_matched] = 1) AS [t1]
WHERE [place] = 1
) AS [stage];

-- stage 7 of 10: read from events
-- study.ehrql:6 measures.flagged numerator
SELECT *
INTO [#flagged]
FROM (
SELECT [patient_id],
  [interval],
  [flag] AS [flagged]
FROM (SELECT [patient_id],
      [interval],
      [date],
      [flag],
        ROW_NUMBER() OVER (PARTITION BY [patient_id], [interval] ORDER BY [date] DESC, [flag] DESC) AS [place]
    FROM (SELECT [#high_and_2_more_rows].[patient_id],
          [#population].[interval],
          [#high_and_2_more_rows].[date],
          [#high_and_2_more_rows].[flag],
            CASE WHEN [#high_and_2_more_rows].[date] <= [#intervals].[interval_end_date] THEN 1 WHEN [#high_and_2_more_rows].[date] > [#intervals].[interval_end_date] THEN 0 ELSE NULL END AS [is_matched]
        FROM [#high_and_2_more_rows]
          INNER JOIN [#population] ON [#high_and_2_more_rows].[patient_id] = [#population].[patient_id]
          INNER JOIN [#intervals] ON [#population].[interval] = [#intervals].[interval]) AS [t]
    WHERE [t].[is_matched] = 1) AS [t1]
WHERE [place] = 1
) AS [stage];

-- stage 8 of 10: who is in a denominator, and when
-- study.ehrql:4 measures.high_by_quarter denominator
SELECT *
INTO [#population_2]
FROM (
SELECT [patient_id],
  [interval]
FROM (SELECT [#everyone].[patient_id],
      [#intervals_2].[interval],
        CASE WHEN CAST(DATEDIFF(year, [patients].[date_of_birth], [#intervals_2].[interval_start_date_2]) - CASE WHEN MONTH([#intervals_2].[interval_start_date_2]) * 100 + DAY([#intervals_2].[interval_start_date_2]) < MONTH([patients].[date_of_birth]) * 100 + DAY([patients].[date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) >= 18 THEN 1 WHEN CAST(DATEDIFF(year, [patients].[date_of_birth], [#intervals_2].[interval_start_date_2]) - CASE WHEN MONTH([#intervals_2].[interval_start_date_2]) * 100 + DAY([#intervals_2].[interval_start_date_2]) < MONTH([patients].[date_of_birth]) * 100 + DAY([patients].[date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) < 18 THEN 0 ELSE NULL END AS [is_in]
    FROM [#everyone]
      CROSS JOIN [#intervals_2]
      LEFT JOIN [patients] ON [#everyone].[patient_id] = [patients].[patient_id]) AS [t]
WHERE [t].[is_in] = 1
) AS [stage];

-- stage 9 of 10: rows of events that can matter in an interval
-- study.ehrql:3 measures.high_by_quarter numerator
SELECT *
INTO [#high_by_quarter_rows]
FROM (
SELECT [patient_id],
  [value],
  [date]
FROM (SELECT [events].[patient_id],
        CASE WHEN [events].[date] <= CAST('2020-03-31' AS DATE) THEN 1 WHEN [events].[date] > CAST('2020-03-31' AS DATE) THEN 0 ELSE NULL END AS [can_matter],
      [events].[value],
      [events].[date]
    FROM [events]
      INNER JOIN [#everyone] ON [events].[patient_id] = [#everyone].[patient_id]) AS [t]
WHERE [t].[can_matter] = 1
) AS [stage];

-- stage 10 of 10: read from events
-- study.ehrql:3 measures.high_by_quarter numerator
SELECT *
INTO [#high_by_quarter]
FROM (
SELECT [patient_id],
  [interval],
  [value] AS [high_by_quarter]
FROM (SELECT [patient_id],
      [interval],
      [date],
      [value],
        ROW_NUMBER() OVER (PARTITION BY [patient_id], [interval] ORDER BY [date] DESC, [value] DESC) AS [place]
    FROM (SELECT [#high_by_quarter_rows].[patient_id],
          [#population_2].[interval],
          [#high_by_quarter_rows].[date],
          [#high_by_quarter_rows].[value],
            CASE WHEN [#high_by_quarter_rows].[date] <= [#intervals_2].[interval_end_date_2] THEN 1 WHEN [#high_by_quarter_rows].[date] > [#intervals_2].[interval_end_date_2] THEN 0 ELSE NULL END AS [is_matched]
        FROM [#high_by_quarter_rows]
          INNER JOIN [#population_2] ON [#high_by_quarter_rows].[patient_id] = [#population_2].[patient_id]
          INNER JOIN [#intervals_2] ON [#population_2].[interval] = [#intervals_2].[interval]) AS [t]
    WHERE [t].[is_matched] = 1) AS [t1]
WHERE [place] = 1
) AS [stage];

-- result: high
-- study.ehrql:3 measures.high numerator
-- study.ehrql:4 measures.high denominator
-- study.ehrql:5 measures.high group code
SELECT [interval],
  [numerator],
  [denominator],
  CAST([code] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [code]
FROM (SELECT *
    FROM (SELECT [interval],
          [code],
          COUNT_BIG(*) AS [denominator],
          COUNT_BIG(CASE WHEN [high] = 1 THEN 1 ELSE NULL END) AS [numerator]
        FROM (SELECT [interval],
              [code],
              [high]
            FROM (SELECT [#population].[patient_id],
                  [#population].[interval],
                  [#high_and_code].[code],
                    CASE WHEN [#high_and_code].[high] > 4.0E0 THEN 1 WHEN [#high_and_code].[high] <= 4.0E0 THEN 0 ELSE NULL END AS [high],
                    CASE WHEN CAST(DATEDIFF(year, [patients].[date_of_birth], [#intervals].[interval_start_date]) - CASE WHEN MONTH([#intervals].[interval_start_date]) * 100 + DAY([#intervals].[interval_start_date]) < MONTH([patients].[date_of_birth]) * 100 + DAY([patients].[date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) >= 18 THEN 1 WHEN CAST(DATEDIFF(year, [patients].[date_of_birth], [#intervals].[interval_start_date]) - CASE WHEN MONTH([#intervals].[interval_start_date]) * 100 + DAY([#intervals].[interval_start_date]) < MONTH([patients].[date_of_birth]) * 100 + DAY([patients].[date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) < 18 THEN 0 ELSE NULL END AS [denominator]
                FROM [#population]
                  LEFT JOIN [#high_and_code] ON [#population].[patient_id] = [#high_and_code].[patient_id] AND [#population].[interval] = [#high_and_code].[interval]
                  LEFT JOIN [patients] ON [#population].[patient_id] = [patients].[patient_id]
                  INNER JOIN [#intervals] ON [#population].[interval] = [#intervals].[interval]) AS [t]
            WHERE [t].[denominator] = 1) AS [t1]
        GROUP BY [interval],
          [code]) AS [t3]) AS [t4]
ORDER BY [interval],
  4;

-- result: flagged
-- study.ehrql:6 measures.flagged numerator
-- study.ehrql:7 measures.flagged denominator
SELECT [interval],
  [numerator],
  [denominator]
FROM (SELECT [interval],
      TRY_CAST([denominator] AS BIGINT) AS [denominator],
      [numerator]
    FROM (SELECT [interval],
          SUM(CAST(COALESCE([denominator], 0) AS DECIMAL(38, 0))) AS [denominator],
          COUNT_BIG(CASE WHEN [flagged] = 1 THEN 1 ELSE NULL END) AS [numerator]
        FROM (SELECT [interval],
              [flagged],
              [denominator]
            FROM (SELECT [#population].[patient_id],
                  [#population].[interval],
                  [#flagged].[flagged],
                  COALESCE([#denominator].[denominator], 0) AS [denominator],
                    CASE WHEN COALESCE([#denominator].[denominator], 0) > 0 THEN 1 WHEN COALESCE([#denominator].[denominator], 0) <= 0 THEN 0 ELSE NULL END AS [denominator_2]
                FROM [#population]
                  LEFT JOIN [#flagged] ON [#population].[patient_id] = [#flagged].[patient_id] AND [#population].[interval] = [#flagged].[interval]
                  LEFT JOIN [#denominator] ON [#population].[patient_id] = [#denominator].[patient_id] AND [#population].[interval] = [#denominator].[interval]) AS [t]
            WHERE [t].[denominator_2] = 1) AS [t1]
        GROUP BY [interval]) AS [t3]) AS [t4]
ORDER BY [interval];

-- result: high_by_quarter
-- study.ehrql:3 measures.high_by_quarter numerator
-- study.ehrql:4 measures.high_by_quarter denominator
SELECT [interval],
  [numerator],
  [denominator]
FROM (SELECT *
    FROM (SELECT [interval],
          COUNT_BIG(*) AS [denominator],
          COUNT_BIG(CASE WHEN [high_by_quarter] = 1 THEN 1 ELSE NULL END) AS [numerator]
        FROM (SELECT [interval],
              [high_by_quarter]
            FROM (SELECT [#population_2].[patient_id],
                  [#population_2].[interval],
                    CASE WHEN [#high_by_quarter].[high_by_quarter] > 4.0E0 THEN 1 WHEN [#high_by_quarter].[high_by_quarter] <= 4.0E0 THEN 0 ELSE NULL END AS [high_by_quarter]
                FROM [#population_2]
                  LEFT JOIN [#high_by_quarter] ON [#population_2].[patient_id] = [#high_by_quarter].[patient_id] AND [#population_2].[interval] = [#high_by_quarter].[interval]) AS [t]
            WHERE [t].[patient_id] IS NOT NULL) AS [t1]
        GROUP BY [interval]) AS [t3]) AS [t4]
ORDER BY [interval];

-- what was made is removed
DROP TABLE IF EXISTS [#high_by_quarter];
DROP TABLE IF EXISTS [#high_by_quarter_rows];
DROP TABLE IF EXISTS [#population_2];
DROP TABLE IF EXISTS [#flagged];
DROP TABLE IF EXISTS [#high_and_code];
DROP TABLE IF EXISTS [#high_and_2_more_rows];
DROP TABLE IF EXISTS [#population];
DROP TABLE IF EXISTS [#denominator];
DROP TABLE IF EXISTS [#denominator_rows];
DROP TABLE IF EXISTS [#everyone];
DROP TABLE IF EXISTS [#intervals];
DROP TABLE IF EXISTS [#intervals_2];
