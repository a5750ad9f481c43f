SET NOCOUNT ON;

SET ANSI_NULLS ON;

SET ANSI_PADDING ON;

SET ANSI_WARNINGS ON;

SET ARITHABORT ON;

SET CONCAT_NULL_YIELDS_NULL ON;

SET QUOTED_IDENTIFIER ON;

SET DATEFORMAT ymd;

-- stage 1 of 3: the population
-- study.ehrql:2 population
SELECT *
INTO [#population]
FROM (
SELECT [patient_id]
FROM (SELECT [patient_id],
        CASE WHEN [patient_id] IS NOT NULL THEN 1 ELSE 0 END AS [is_in]
    FROM [patients]) AS [t]
WHERE [is_in] = 1
) AS [stage];

-- stage 2 of 3: read from events
-- study.ehrql:3 dataset.last_value
-- study.ehrql:4 dataset.last_date
SELECT *
INTO [#last_value_and_last_date]
FROM (
SELECT [patient_id],
  [date] AS [last_date],
  [value] AS [last_value]
FROM (SELECT [patient_id],
      [date],
      [value],
        ROW_NUMBER() OVER (PARTITION BY [patient_id] ORDER BY [date] DESC, [value] DESC) AS [place]
    FROM (SELECT [events].[patient_id],
          [events].[date],
          [events].[value],
            CASE WHEN [events].[date] < CAST('2020-03-31' AS DATE) THEN 1 WHEN [events].[date] >= CAST('2020-03-31' AS DATE) THEN 0 ELSE NULL END AS [is_matched]
        FROM [events]
          INNER JOIN [#population] ON [events].[patient_id] = [#population].[patient_id]) AS [t]
    WHERE [t].[is_matched] = 1) AS [t1]
WHERE [place] = 1
) AS [stage];

-- stage 3 of 3: read from events
-- study.ehrql:5 dataset.first_value
SELECT *
INTO [#first_value]
FROM (
SELECT [patient_id],
  [value] AS [first_value]
FROM (SELECT [patient_id],
      [date],
      [number],
      [value],
        ROW_NUMBER() OVER (PARTITION BY [patient_id] ORDER BY [date], [number], [value]) AS [place]
    FROM (SELECT [events].[patient_id],
          [events].[date],
          [events].[number],
          [events].[value],
            CASE WHEN [events].[date] < CAST('2020-03-31' AS DATE) THEN 1 WHEN [events].[date] >= CAST('2020-03-31' AS DATE) THEN 0 ELSE NULL END AS [is_matched]
        FROM [events]
          INNER JOIN [#population] ON [events].[patient_id] = [#population].[patient_id]) AS [t]
    WHERE [t].[is_matched] = 1) AS [t1]
WHERE [place] = 1
) AS [stage];

-- result: dataset
-- study.ehrql:3 dataset.last_value
-- study.ehrql:4 dataset.last_date
-- study.ehrql:5 dataset.first_value
SELECT [#population].[patient_id],
  [#last_value_and_last_date].[last_value],
  [#last_value_and_last_date].[last_date],
  [#first_value].[first_value]
FROM [#population]
  LEFT JOIN [#last_value_and_last_date] ON [#population].[patient_id] = [#last_value_and_last_date].[patient_id]
  LEFT JOIN [#first_value] ON [#population].[patient_id] = [#first_value].[patient_id]
ORDER BY [#population].[patient_id];

-- what was made is removed
DROP TABLE IF EXISTS [#first_value];
DROP TABLE IF EXISTS [#last_value_and_last_date];
DROP TABLE IF EXISTS [#population];
