SET NOCOUNT ON;

SET ANSI_NULLS ON;

SET ANSI_PADDING ON;

SET ANSI_WARNINGS ON;

SET ARITHABORT ON;

SET CONCAT_NULL_YIELDS_NULL ON;

SET QUOTED_IDENTIFIER ON;

SET DATEFORMAT ymd;

-- stage 1 of 6: who may be in the population
-- study.ehrql:2 population
SELECT *
INTO [#everyone]
FROM (
SELECT [patient_id]
FROM [events]
GROUP BY [patient_id]
) AS [stage];

-- stage 2 of 6: read from events
-- study.ehrql:2 population
SELECT *
INTO [#population_from_events]
FROM (
SELECT *
FROM (SELECT [patient_id],
      MAX(CAST(1 AS INT)) AS [population]
    FROM (SELECT [events].[patient_id]
        FROM [events]
          INNER JOIN [#everyone] ON [events].[patient_id] = [#everyone].[patient_id]) AS [t]
    WHERE [t].[patient_id] IS NOT NULL
    GROUP BY [patient_id]) AS [t2]
) AS [stage];

-- stage 3 of 6: the population
-- study.ehrql:2 population
SELECT *
INTO [#population]
FROM (
SELECT [patient_id]
FROM (SELECT [#everyone].[patient_id],
        CASE WHEN [#population_from_events].[population] = 1 THEN 1 ELSE 0 END AS [is_in]
    FROM [#everyone]
      LEFT JOIN [#population_from_events] ON [#everyone].[patient_id] = [#population_from_events].[patient_id]) AS [t]
WHERE [t].[is_in] = 1
) AS [stage];

-- stage 4 of 6: values of events
-- study.ehrql:3 dataset.sex_in_texts
SELECT *
INTO [#sex_in_texts_values]
FROM (
SELECT [patient_id],
  LEFT([value], LEN([value]) - 1) AS [value]
FROM (SELECT [patient_id],
      ([value] + NCHAR(1)) AS [value]
    FROM (SELECT [t].[patient_id],
          [t].[text] AS [value]
        FROM (SELECT [patient_id],
              CAST([text] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [text]
            FROM [events]) AS [t]
          INNER JOIN [#population] ON [t].[patient_id] = [#population].[patient_id]) AS [t0]
    WHERE [t0].[value] IS NOT NULL
    GROUP BY [patient_id],
      ([value] + NCHAR(1))) AS [t3]
) AS [stage];

-- stage 5 of 6: patients with values of events
-- study.ehrql:3 dataset.sex_in_texts
SELECT *
INTO [#sex_in_texts_patients]
FROM (
SELECT [patient_id]
FROM [#sex_in_texts_values]
GROUP BY [patient_id]
) AS [stage];

-- stage 6 of 6: episodes in events
-- study.ehrql:4 dataset.episodes
SELECT *
INTO [#episodes]
FROM (
SELECT [patient_id],
  COUNT_BIG(*) AS [episodes]
FROM (SELECT [patient_id],
      [value],
        LAG([value]) OVER (PARTITION BY [patient_id] ORDER BY CASE WHEN [value] IS NULL THEN 1 ELSE 0 END, [value]) AS [before]
    FROM (SELECT *
        FROM (SELECT [events].[patient_id],
              [events].[date] AS [value]
            FROM [events]
              INNER JOIN [#population] ON [events].[patient_id] = [#population].[patient_id]) AS [t]
        WHERE [t].[value] IS NOT NULL) AS [t1]) AS [t2]
WHERE [before] IS NULL OR CAST(DATEDIFF(day, [before], [value]) AS BIGINT) > 14
GROUP BY [patient_id]
) AS [stage];

-- result: dataset
-- study.ehrql:3 dataset.sex_in_texts
-- study.ehrql:4 dataset.episodes
SELECT [#population].[patient_id],
    CASE WHEN [#sex_in_texts_patients].[patient_id] IS NULL THEN 0 WHEN [t].[sex] IS NOT NULL THEN CASE WHEN [#sex_in_texts_values].[value] IS NOT NULL THEN 1 ELSE 0 END ELSE NULL END AS [sex_in_texts],
  COALESCE([#episodes].[episodes], 0) AS [episodes]
FROM [#population]
  LEFT JOIN [#sex_in_texts_patients] ON [#population].[patient_id] = [#sex_in_texts_patients].[patient_id]
  LEFT JOIN (SELECT [patient_id],
      CAST([sex] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [sex]
    FROM [patients]) AS [t] ON [#population].[patient_id] = [t].[patient_id]
  LEFT JOIN [#episodes] ON [#population].[patient_id] = [#episodes].[patient_id]
  LEFT JOIN [#sex_in_texts_values] ON [#population].[patient_id] = [#sex_in_texts_values].[patient_id] AND ([t].[sex] = [#sex_in_texts_values].[value] AND DATALENGTH([t].[sex]) = DATALENGTH([#sex_in_texts_values].[value]))
ORDER BY [#population].[patient_id];

-- what was made is removed
DROP TABLE IF EXISTS [#episodes];
DROP TABLE IF EXISTS [#sex_in_texts_patients];
DROP TABLE IF EXISTS [#sex_in_texts_values];
DROP TABLE IF EXISTS [#population];
DROP TABLE IF EXISTS [#population_from_events];
DROP TABLE IF EXISTS [#everyone];
