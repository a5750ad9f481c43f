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
        CASE WHEN CAST(DATEDIFF(year, [date_of_birth], CAST('2020-03-31' AS DATE)) - CASE WHEN MONTH(CAST('2020-03-31' AS DATE)) * 100 + DAY(CAST('2020-03-31' AS DATE)) < MONTH([date_of_birth]) * 100 + DAY([date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) >= 18 THEN 1 WHEN CAST(DATEDIFF(year, [date_of_birth], CAST('2020-03-31' AS DATE)) - CASE WHEN MONTH(CAST('2020-03-31' AS DATE)) * 100 + DAY(CAST('2020-03-31' AS DATE)) < MONTH([date_of_birth]) * 100 + DAY([date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) < 18 THEN 0 ELSE NULL END AS [is_in]
    FROM [patients]) AS [t]
WHERE [is_in] = 1
) AS [stage];

-- result: dataset
-- study.ehrql:2 population
-- study.ehrql:3 dataset.age
-- study.ehrql:4 dataset.sex
-- study.ehrql:5 dataset.age_band
-- study.ehrql:6 dataset.next_score
-- study.ehrql:7 dataset.coming_of_age
SELECT [#population].[patient_id],
  CAST(DATEDIFF(year, [t].[date_of_birth], CAST('2020-03-31' AS DATE)) - CASE WHEN MONTH(CAST('2020-03-31' AS DATE)) * 100 + DAY(CAST('2020-03-31' AS DATE)) < MONTH([t].[date_of_birth]) * 100 + DAY([t].[date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) AS [age],
  [t].[sex],
  CAST(CASE WHEN CAST(DATEDIFF(year, [t].[date_of_birth], CAST('2020-03-31' AS DATE)) - CASE WHEN MONTH(CAST('2020-03-31' AS DATE)) * 100 + DAY(CAST('2020-03-31' AS DATE)) < MONTH([t].[date_of_birth]) * 100 + DAY([t].[date_of_birth]) THEN 1 ELSE 0 END AS BIGINT) < 65 THEN N'18-64' ELSE N'65+' END AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [age_band],
  TRY_CAST(CAST([t].[score] AS DECIMAL(38, 0)) + 1 AS BIGINT) AS [next_score],
    CASE WHEN [t].[date_of_birth] <= CAST('9981-12-31' AS DATE) THEN DATEADD(day, CASE WHEN DAY(DATEADD(year, 18, [t].[date_of_birth])) < DAY([t].[date_of_birth]) THEN 1 ELSE 0 END, DATEADD(year, 18, [t].[date_of_birth])) ELSE NULL END AS [coming_of_age]
FROM [#population]
  LEFT JOIN (SELECT [patient_id],
      [date_of_birth],
      CAST([sex] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2 AS [sex],
      [score]
    FROM [patients]) AS [t] ON [#population].[patient_id] = [t].[patient_id]
ORDER BY [#population].[patient_id];

-- what was made is removed
DROP TABLE IF EXISTS [#population];
