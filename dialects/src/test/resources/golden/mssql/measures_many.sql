SET NOCOUNT ON;

SET ANSI_NULLS ON;

SET ANSI_PADDING ON;

SET ANSI_WARNINGS ON;

SET ARITHABORT ON;

SET CONCAT_NULL_YIELDS_NULL ON;

SET QUOTED_IDENTIFIER ON;

SET DATEFORMAT ymd;

-- 3 rows of data
CREATE TABLE [#intervals] ([interval] BIGINT, [interval_start_date] DATE, [interval_end_date] DATE);

INSERT INTO [#intervals] VALUES
  (0, CAST('2020-01-01' AS DATE), CAST('2020-01-31' AS DATE)),
  (1, CAST('2020-02-01' AS DATE), CAST('2020-02-29' AS DATE)),
  (2, CAST('2020-03-01' AS DATE), CAST('2020-03-31' AS DATE));

-- stage 1 of 8: read from events
-- study.ehrql:4 measures.tested denominator
SELECT *
INTO [#denominator]
FROM (
SELECT *
FROM (SELECT [patient_id],
      MAX(CAST(1 AS INT)) AS [denominator]
    FROM (SELECT [events].[patient_id],
            CASE WHEN [events].[code] = '60621009' THEN 1 WHEN [events].[code] <> '60621009' THEN 0 ELSE NULL END AS [is_denominator]
        FROM [events]
          INNER JOIN [patients] ON [events].[patient_id] = [patients].[patient_id]) AS [t]
    WHERE [t].[is_denominator] = 1
    GROUP BY [patient_id]) AS [t2]
) AS [stage];

-- stage 2 of 8: who may be in a denominator
-- study.ehrql:4 measures.tested denominator
SELECT *
INTO [#candidates]
FROM (
SELECT [patient_id]
FROM (SELECT [patients].[patient_id],
        CASE WHEN [#denominator].[denominator] = 1 THEN 1 ELSE 0 END AS [is_in]
    FROM [patients]
      LEFT JOIN [#denominator] ON [patients].[patient_id] = [#denominator].[patient_id]) AS [t]
WHERE [t].[is_in] = 1
) AS [stage];

-- stage 3 of 8: who is in a denominator, and when
-- study.ehrql:4 measures.tested denominator
SELECT *
INTO [#population]
FROM (
SELECT [patient_id],
  [interval]
FROM (SELECT [#candidates].[patient_id],
      [#intervals].[interval],
        CASE WHEN CAST(DATEDIFF(year, [patients].[date_of_birth], [#intervals].[interval_start_date]) - CASE WHEN MONTH([#intervals].[interval_start_date]) * 100 + DAY([#intervals].[interval_start_date]) < MONTH([patients].[date_of_birth]) * 100 + DAY([patients].[date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) >= 18 THEN 1 WHEN CAST(DATEDIFF(year, [patients].[date_of_birth], [#intervals].[interval_start_date]) - CASE WHEN MONTH([#intervals].[interval_start_date]) * 100 + DAY([#intervals].[interval_start_date]) < MONTH([patients].[date_of_birth]) * 100 + DAY([patients].[date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) < 18 THEN 0 ELSE NULL END AS [is_in]
    FROM [#candidates]
      CROSS JOIN [#intervals]
      LEFT JOIN [patients] ON [#candidates].[patient_id] = [patients].[patient_id]) AS [t]
WHERE [t].[is_in] = 1
) AS [stage];

-- stage 4 of 8: rows of events that can matter in an interval
-- study.ehrql:3 measures.tested numerator
-- study.ehrql:7 measures.tests numerator
-- study.ehrql:13 measures.tested_by_place group place
SELECT *
INTO [#tested_and_2_more_rows]
FROM (
SELECT [patient_id],
  [is_tested],
  [date],
  [text]
FROM (SELECT [t].[patient_id],
        CASE WHEN ([t].[code] IN ('60621009', '1000001')) AND [t].[date] >= CAST('2020-01-01' AS DATE) AND [t].[date] <= CAST('2020-03-31' AS DATE) THEN 1 WHEN NOT ([t].[code] IN ('60621009', '1000001')) OR [t].[date] < CAST('2020-01-01' AS DATE) OR [t].[date] > CAST('2020-03-31' AS DATE) THEN 0 ELSE NULL END AS [can_matter],
        CASE WHEN [t].[date] >= CAST('2020-01-01' AS DATE) AND [t].[date] <= CAST('2020-03-31' AS DATE) THEN 1 WHEN [t].[date] < CAST('2020-01-01' AS DATE) OR [t].[date] > CAST('2020-03-31' AS DATE) THEN 0 ELSE NULL END AS [can_matter_2],
        CASE WHEN [t].[date] <= CAST('2020-03-01' AS DATE) THEN 1 WHEN [t].[date] > CAST('2020-03-01' AS DATE) THEN 0 ELSE NULL END AS [can_matter_3],
        CASE WHEN ([t].[code] IN ('60621009', '1000001')) THEN 1 WHEN NOT ([t].[code] IN ('60621009', '1000001')) THEN 0 ELSE NULL END AS [is_tested],
      [t].[date],
      [t].[text]
    FROM (SELECT [patient_id],
          [date],
          [code],
          CAST([text] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [text]
        FROM [events]) AS [t]
      INNER JOIN [#candidates] ON [t].[patient_id] = [#candidates].[patient_id]) AS [t0]
WHERE [t0].[can_matter] = 1 OR [t0].[can_matter_2] = 1 OR [t0].[can_matter_3] = 1
) AS [stage];

-- stage 5 of 8: read from events
-- study.ehrql:3 measures.tested numerator
-- study.ehrql:7 measures.tests numerator
SELECT *
INTO [#tested_and_tests]
FROM (
SELECT *
FROM (SELECT [patient_id],
      [interval],
      MAX(CAST(CASE WHEN [is_matched] = 1 THEN 1 ELSE 0 END AS INT)) AS [tested],
      COUNT_BIG(CASE WHEN [is_matched_2] = 1 THEN 1 ELSE NULL END) AS [tests]
    FROM (SELECT [#tested_and_2_more_rows].[patient_id],
          [#population].[interval],
            CASE WHEN [#tested_and_2_more_rows].[is_tested] = 1 AND [#tested_and_2_more_rows].[date] >= [#intervals].[interval_start_date] AND [#tested_and_2_more_rows].[date] <= [#intervals].[interval_end_date] THEN 1 WHEN [#tested_and_2_more_rows].[is_tested] = 0 OR [#tested_and_2_more_rows].[date] < [#intervals].[interval_start_date] OR [#tested_and_2_more_rows].[date] > [#intervals].[interval_end_date] THEN 0 ELSE NULL END AS [is_matched],
            CASE WHEN [#tested_and_2_more_rows].[date] >= [#intervals].[interval_start_date] AND [#tested_and_2_more_rows].[date] <= [#intervals].[interval_end_date] THEN 1 WHEN [#tested_and_2_more_rows].[date] < [#intervals].[interval_start_date] OR [#tested_and_2_more_rows].[date] > [#intervals].[interval_end_date] THEN 0 ELSE NULL END AS [is_matched_2]
        FROM [#tested_and_2_more_rows]
          INNER JOIN [#population] ON [#tested_and_2_more_rows].[patient_id] = [#population].[patient_id]
          INNER JOIN [#intervals] ON [#population].[interval] = [#intervals].[interval]) AS [t]
    WHERE [t].[is_matched] = 1 OR [t].[is_matched_2] = 1
    GROUP BY [patient_id],
      [interval]) AS [t2]
) AS [stage];

-- stage 6 of 8: read from events
-- study.ehrql:13 measures.tested_by_place group place
SELECT *
INTO [#place]
FROM (
SELECT [patient_id],
  [interval],
  [text] AS [place]
FROM (SELECT [patient_id],
      [interval],
      [date],
      [text],
        ROW_NUMBER() OVER (PARTITION BY [patient_id], [interval] ORDER BY [date] DESC, (CAST([text] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 + NCHAR(1)) DESC) AS [place]
    FROM (SELECT [#tested_and_2_more_rows].[patient_id],
          [#population].[interval],
          [#tested_and_2_more_rows].[date],
          [#tested_and_2_more_rows].[text],
            CASE WHEN [#tested_and_2_more_rows].[date] <= [#intervals].[interval_start_date] THEN 1 WHEN [#tested_and_2_more_rows].[date] > [#intervals].[interval_start_date] THEN 0 ELSE NULL END AS [is_matched]
        FROM [#tested_and_2_more_rows]
          INNER JOIN [#population] ON [#tested_and_2_more_rows].[patient_id] = [#population].[patient_id]
          INNER JOIN [#intervals] ON [#population].[interval] = [#intervals].[interval]) AS [t]
    WHERE [t].[is_matched] = 1) AS [t1]
WHERE [place] = 1
) AS [stage];

-- stage 7 of 8: values by interval
-- study.ehrql:3 measures.tested numerator
-- study.ehrql:5 measures.tested group sex
-- study.ehrql:6 measures.tested group age_band
-- study.ehrql:7 measures.tests numerator
-- study.ehrql:13 measures.tested_by_place group place
SELECT *
INTO [#tested_and_4_more_values]
FROM (
SELECT [interval],
  [sex],
  [age_band],
  [place],
  [tested],
  [tests]
FROM (SELECT [#population].[patient_id],
      [#population].[interval],
      [t].[sex],
      CAST(CASE WHEN CAST(DATEDIFF(year, [t].[date_of_birth], [#intervals].[interval_start_date]) - CASE WHEN MONTH([#intervals].[interval_start_date]) * 100 + DAY([#intervals].[interval_start_date]) < MONTH([t].[date_of_birth]) * 100 + DAY([t].[date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) < 65 THEN N'18-64' ELSE N'65+' END AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [age_band],
      [#place].[place],
        CASE WHEN [#tested_and_tests].[tested] = 1 THEN 1 ELSE 0 END AS [tested],
      COALESCE([#tested_and_tests].[tests], 0) AS [tests]
    FROM [#population]
      LEFT JOIN (SELECT [patient_id],
          CAST([sex] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [sex],
          [date_of_birth]
        FROM [patients]) AS [t] ON [#population].[patient_id] = [t].[patient_id]
      INNER JOIN [#intervals] ON [#population].[interval] = [#intervals].[interval]
      LEFT JOIN [#place] ON [#population].[patient_id] = [#place].[patient_id] AND [#population].[interval] = [#place].[interval]
      LEFT JOIN [#tested_and_tests] ON [#population].[patient_id] = [#tested_and_tests].[patient_id] AND [#population].[interval] = [#tested_and_tests].[interval]) AS [t0]
WHERE [t0].[patient_id] IS NOT NULL
) AS [stage];

-- stage 8 of 8: sums by interval
-- study.ehrql:3 measures.tested numerator
-- study.ehrql:7 measures.tests numerator
SELECT *
INTO [#tested_and_tests_sums]
FROM (
SELECT [interval],
  [sex],
  [age_band],
  [denominator],
  [tested],
  TRY_CAST([tests] AS BIGINT) AS [tests]
FROM (SELECT [interval],
      LEFT([sex], LEN([sex]) - 1) AS [sex],
      LEFT([age_band], LEN([age_band]) - 1) AS [age_band],
      [denominator],
      [tested],
      [tests]
    FROM (SELECT [interval],
          ([sex] + NCHAR(1)) AS [sex],
          ([age_band] + NCHAR(1)) AS [age_band],
          COUNT_BIG(*) AS [denominator],
          COUNT_BIG(CASE WHEN [tested] = 1 THEN 1 ELSE NULL END) AS [tested],
          SUM(CAST(COALESCE([tests], 0) AS DECIMAL(38, 0))) AS [tests]
        FROM [#tested_and_4_more_values]
        GROUP BY [interval],
          ([sex] + NCHAR(1)),
          ([age_band] + NCHAR(1))) AS [t0]) AS [t1]
) AS [stage];

-- result: tested
-- study.ehrql:3 measures.tested numerator
-- study.ehrql:4 measures.tested denominator
-- study.ehrql:5 measures.tested group sex
-- study.ehrql:6 measures.tested group age_band
SELECT [interval],
  [tested] AS [numerator],
  [denominator],
  CAST([sex] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [sex],
  CAST([age_band] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [age_band]
FROM [#tested_and_tests_sums]
ORDER BY [interval],
  4,
  5;

-- result: tests
-- study.ehrql:4 measures.tested denominator
-- study.ehrql:5 measures.tested group sex
-- study.ehrql:6 measures.tested group age_band
-- study.ehrql:7 measures.tests numerator
SELECT [interval],
  [tests] AS [numerator],
  [denominator],
  CAST([sex] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [sex],
  CAST([age_band] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [age_band]
FROM [#tested_and_tests_sums]
ORDER BY [interval],
  4,
  5;

-- result: tested_by_place
-- study.ehrql:3 measures.tested numerator
-- study.ehrql:4 measures.tested denominator
-- study.ehrql:13 measures.tested_by_place group place
SELECT [interval],
  [numerator],
  [denominator],
  CAST([place] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [place]
FROM (SELECT *
    FROM (SELECT [interval],
          LEFT([place], LEN([place]) - 1) AS [place],
          [denominator],
          [numerator]
        FROM (SELECT [interval],
              ([place] + NCHAR(1)) AS [place],
              COUNT_BIG(*) AS [denominator],
              COUNT_BIG(CASE WHEN [tested] = 1 THEN 1 ELSE NULL END) AS [numerator]
            FROM [#tested_and_4_more_values]
            GROUP BY [interval],
              ([place] + NCHAR(1))) AS [t0]) AS [t1]) AS [t2]
ORDER BY [interval],
  4;

-- what was made is removed
DROP TABLE IF EXISTS [#tested_and_tests_sums];
DROP TABLE IF EXISTS [#tested_and_4_more_values];
DROP TABLE IF EXISTS [#place];
DROP TABLE IF EXISTS [#tested_and_tests];
DROP TABLE IF EXISTS [#tested_and_2_more_rows];
DROP TABLE IF EXISTS [#population];
DROP TABLE IF EXISTS [#candidates];
DROP TABLE IF EXISTS [#denominator];
DROP TABLE IF EXISTS [#intervals];
