SET NOCOUNT ON;

SET ANSI_NULLS ON;

SET ANSI_PADDING ON;

SET ANSI_WARNINGS ON;

SET ARITHABORT ON;

SET CONCAT_NULL_YIELDS_NULL ON;

SET QUOTED_IDENTIFIER ON;

SET DATEFORMAT ymd;

-- stage 1 of 1: the population
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

-- result: dataset
-- study.ehrql:3 dataset.sex
-- dataset.tests
SELECT [#population].[patient_id],
  [t].[sex]
FROM [#population]
  LEFT JOIN (SELECT [patient_id],
      CAST([sex] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [sex]
    FROM [patients]) AS [t] ON [#population].[patient_id] = [t].[patient_id]
ORDER BY [#population].[patient_id];

-- result: tests
-- dataset.tests
SELECT [patient_id],
  [date],
  [value],
  CAST([sex] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [sex]
FROM (SELECT [events].[patient_id],
      [events].[date],
      [events].[value],
      [t].[sex],
        CASE WHEN [events].[date] >= CAST('2020-03-31' AS DATE) THEN 1 WHEN [events].[date] < CAST('2020-03-31' AS DATE) THEN 0 ELSE NULL END AS [is_wanted]
    FROM [events]
      INNER JOIN [#population] ON [events].[patient_id] = [#population].[patient_id]
      LEFT JOIN (SELECT [patient_id],
          CAST([sex] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [sex]
        FROM [patients]) AS [t] ON [events].[patient_id] = [t].[patient_id]) AS [t0]
WHERE [t0].[is_wanted] = 1
ORDER BY [patient_id],
  [date],
  [value],
  4;

-- what was made is removed
DROP TABLE IF EXISTS [#population];
