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

-- stage 2 of 3: a step towards dataset
-- study.ehrql:3 dataset.score
SELECT *
INTO [#dataset_step]
FROM (
SELECT [patient_id],
    CASE WHEN [score] = 4 THEN TRY_CAST(CAST([score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS [score]
FROM (SELECT [t].[patient_id],
        CASE WHEN CASE WHEN [t].[score] = 2 THEN TRY_CAST(CAST([t].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([t].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END = 3 THEN TRY_CAST(CAST(CASE WHEN [t].[score] = 2 THEN TRY_CAST(CAST([t].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([t].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST(CASE WHEN [t].[score] = 2 THEN TRY_CAST(CAST([t].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([t].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS [score]
    FROM (SELECT [#population].[patient_id],
            CASE WHEN CASE WHEN [patients].[score] = 0 THEN TRY_CAST(CAST([patients].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([patients].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END = 1 THEN TRY_CAST(CAST(CASE WHEN [patients].[score] = 0 THEN TRY_CAST(CAST([patients].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([patients].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST(CASE WHEN [patients].[score] = 0 THEN TRY_CAST(CAST([patients].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([patients].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS [score]
        FROM [#population]
          LEFT JOIN [patients] ON [#population].[patient_id] = [patients].[patient_id]) AS [t]) AS [t0]
) AS [stage];

-- stage 3 of 3: a step towards dataset
-- study.ehrql:3 dataset.score
SELECT *
INTO [#dataset_step_2]
FROM (
SELECT [patient_id],
    CASE WHEN [score] = 9 THEN TRY_CAST(CAST([score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS [score]
FROM (SELECT [t].[patient_id],
        CASE WHEN CASE WHEN [t].[score] = 7 THEN TRY_CAST(CAST([t].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([t].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END = 8 THEN TRY_CAST(CAST(CASE WHEN [t].[score] = 7 THEN TRY_CAST(CAST([t].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([t].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST(CASE WHEN [t].[score] = 7 THEN TRY_CAST(CAST([t].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([t].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS [score]
    FROM (SELECT [#population].[patient_id],
            CASE WHEN CASE WHEN [#dataset_step].[score] = 5 THEN TRY_CAST(CAST([#dataset_step].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([#dataset_step].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END = 6 THEN TRY_CAST(CAST(CASE WHEN [#dataset_step].[score] = 5 THEN TRY_CAST(CAST([#dataset_step].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([#dataset_step].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST(CASE WHEN [#dataset_step].[score] = 5 THEN TRY_CAST(CAST([#dataset_step].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([#dataset_step].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS [score]
        FROM [#population]
          LEFT JOIN [#dataset_step] ON [#population].[patient_id] = [#dataset_step].[patient_id]) AS [t]) AS [t0]
) AS [stage];

-- result: dataset
-- study.ehrql:3 dataset.score
SELECT [#population].[patient_id],
    CASE WHEN CASE WHEN [#dataset_step_2].[score] = 10 THEN TRY_CAST(CAST([#dataset_step_2].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([#dataset_step_2].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END = 11 THEN TRY_CAST(CAST(CASE WHEN [#dataset_step_2].[score] = 10 THEN TRY_CAST(CAST([#dataset_step_2].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([#dataset_step_2].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST(CASE WHEN [#dataset_step_2].[score] = 10 THEN TRY_CAST(CAST([#dataset_step_2].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) ELSE TRY_CAST(CAST([#dataset_step_2].[score] AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS DECIMAL(38, 0)) * 2 AS BIGINT) END AS [score]
FROM [#population]
  LEFT JOIN [#dataset_step_2] ON [#population].[patient_id] = [#dataset_step_2].[patient_id]
ORDER BY [#population].[patient_id];

-- what was made is removed
DROP TABLE IF EXISTS [#dataset_step_2];
DROP TABLE IF EXISTS [#dataset_step];
DROP TABLE IF EXISTS [#population];
