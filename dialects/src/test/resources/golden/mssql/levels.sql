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
INTO [#candidates]
FROM (
SELECT [patient_id]
FROM (SELECT [patient_id],
        CASE WHEN [date_of_birth] < CAST('2000-01-01' AS DATE) THEN 1 WHEN [date_of_birth] >= CAST('2000-01-01' AS DATE) THEN 0 ELSE NULL END AS [is_in]
    FROM [patients]) AS [t]
WHERE [is_in] = 1
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
          INNER JOIN [#candidates] ON [events].[patient_id] = [#candidates].[patient_id]) AS [t]
    WHERE [t].[patient_id] IS NOT NULL
    GROUP BY [patient_id]) AS [t2]
) AS [stage];

-- stage 3 of 6: the population
-- study.ehrql:2 population
SELECT *
INTO [#population]
FROM (
SELECT [patient_id]
FROM (SELECT [#candidates].[patient_id],
        CASE WHEN [#population_from_events].[population] = 1 THEN 1 ELSE 0 END AS [is_in]
    FROM [#candidates]
      LEFT JOIN [#population_from_events] ON [#candidates].[patient_id] = [#population_from_events].[patient_id]) AS [t]
WHERE [t].[is_in] = 1
) AS [stage];

-- stage 4 of 6: read from events
-- study.ehrql:3 dataset.events_in_half_a_year
SELECT *
INTO [#events_in_half_a_year]
FROM (
SELECT [patient_id],
  [date] AS [events_in_half_a_year]
FROM (SELECT [t].[patient_id],
      [t].[date],
        ROW_NUMBER() OVER (PARTITION BY [t].[patient_id] ORDER BY [t].[date]) AS [place]
    FROM (SELECT [events].[patient_id],
          [events].[date]
        FROM [events]
          INNER JOIN [#population] ON [events].[patient_id] = [#population].[patient_id]) AS [t]) AS [t0]
WHERE [place] = 1
) AS [stage];

-- stage 5 of 6: what events are compared with
-- study.ehrql:3 dataset.events_in_half_a_year
SELECT *
INTO [#events_in_half_a_year_bounds]
FROM (
SELECT [#population].[patient_id],
    CASE WHEN [#events_in_half_a_year].[events_in_half_a_year] <= CAST('9999-06-30' AS DATE) THEN DATEADD(day, CASE WHEN DAY(DATEADD(month, 6, [#events_in_half_a_year].[events_in_half_a_year])) < DAY([#events_in_half_a_year].[events_in_half_a_year]) THEN 1 ELSE 0 END, DATEADD(month, 6, [#events_in_half_a_year].[events_in_half_a_year])) ELSE NULL END AS [events_in_half_a_year]
FROM [#population]
  LEFT JOIN [#events_in_half_a_year] ON [#population].[patient_id] = [#events_in_half_a_year].[patient_id]
) AS [stage];

-- stage 6 of 6: read from events
-- study.ehrql:3 dataset.events_in_half_a_year
SELECT *
INTO [#events_in_half_a_year_2]
FROM (
SELECT *
FROM (SELECT [patient_id],
      COUNT_BIG(*) AS [events_in_half_a_year]
    FROM (SELECT [events].[patient_id],
            CASE WHEN [events].[date] <= [#events_in_half_a_year_bounds].[events_in_half_a_year] THEN 1 WHEN [events].[date] > [#events_in_half_a_year_bounds].[events_in_half_a_year] THEN 0 ELSE NULL END AS [is_events_in_half_a_year]
        FROM [events]
          INNER JOIN [#population] ON [events].[patient_id] = [#population].[patient_id]
          LEFT JOIN [#events_in_half_a_year_bounds] ON [events].[patient_id] = [#events_in_half_a_year_bounds].[patient_id]) AS [t]
    WHERE [t].[is_events_in_half_a_year] = 1
    GROUP BY [patient_id]) AS [t2]
) AS [stage];

-- result: dataset
-- study.ehrql:3 dataset.events_in_half_a_year
SELECT [#population].[patient_id],
  COALESCE([#events_in_half_a_year_2].[events_in_half_a_year], 0) AS [events_in_half_a_year]
FROM [#population]
  LEFT JOIN [#events_in_half_a_year_2] ON [#population].[patient_id] = [#events_in_half_a_year_2].[patient_id]
ORDER BY [#population].[patient_id];

-- what was made is removed
DROP TABLE IF EXISTS [#events_in_half_a_year_2];
DROP TABLE IF EXISTS [#events_in_half_a_year_bounds];
DROP TABLE IF EXISTS [#events_in_half_a_year];
DROP TABLE IF EXISTS [#population];
DROP TABLE IF EXISTS [#population_from_events];
DROP TABLE IF EXISTS [#candidates];
