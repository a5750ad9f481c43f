SET NOCOUNT ON;

SET ANSI_NULLS ON;

SET ANSI_PADDING ON;

SET ANSI_WARNINGS ON;

SET ARITHABORT ON;

SET CONCAT_NULL_YIELDS_NULL ON;

SET QUOTED_IDENTIFIER ON;

SET DATEFORMAT ymd;

-- 40 rows of data
CREATE TABLE [#codelists_snomedctcode] ([value] VARCHAR(50) COLLATE Latin1_General_BIN, [lists_1] BIGINT);

INSERT INTO [#codelists_snomedctcode] VALUES
  ('1000000', 1),
  ('1000001', 1),
  ('1000002', 1),
  ('1000003', 1),
  ('1000004', 1),
  ('1000005', 1),
  ('1000006', 1),
  ('1000007', 1),
  ('1000008', 1),
  ('1000009', 1),
  ('1000010', 1),
  ('1000011', 1),
  ('1000012', 1),
  ('1000013', 1),
  ('1000014', 1),
  ('1000015', 1),
  ('1000016', 1),
  ('1000017', 1),
  ('1000018', 1),
  ('1000019', 1),
  ('1000020', 1),
  ('1000021', 1),
  ('1000022', 1),
  ('1000023', 1),
  ('1000024', 1),
  ('1000025', 1),
  ('1000026', 1),
  ('1000027', 1),
  ('1000028', 1),
  ('1000029', 1),
  ('1000030', 1),
  ('1000031', 1),
  ('1000032', 1),
  ('1000033', 1),
  ('1000034', 1),
  ('1000035', 1),
  ('1000036', 1),
  ('1000037', 1),
  ('1000038', 1),
  ('1000039', 1);

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
-- study.ehrql:3 dataset.asthma
-- study.ehrql:4 dataset.asthma_reviews
-- study.ehrql:6 dataset.mean_bmi
-- study.ehrql:7 dataset.total
SELECT *
INTO [#asthma_and_3_more]
FROM (
SELECT [patient_id],
  [asthma],
  [asthma_reviews],
  CASE WHEN ABS([mean_bmi]) <= 1.797693134862315E+308 * 9.094947017729282E-13 THEN [mean_bmi] * 1.099511627776E+12 END AS [mean_bmi],
  TRY_CAST([total] AS BIGINT) AS [total]
FROM (SELECT [patient_id],
      MAX(CAST(CASE WHEN [is_matched] = 1 THEN 1 ELSE 0 END AS INT)) AS [asthma],
      COUNT_BIG(CASE WHEN [is_matched] = 1 THEN 1 ELSE NULL END) AS [asthma_reviews],
      AVG(CASE WHEN [is_matched_2] = 1 THEN [value] ELSE NULL END * 9.094947017729282E-13) AS [mean_bmi],
      SUM(CAST([number] AS DECIMAL(38, 0))) AS [total]
    FROM (SELECT [events].[patient_id],
            CASE WHEN [events].[code] IS NOT NULL THEN CASE WHEN (([#codelists_snomedctcode].[lists_1] & 1) <> 0) THEN 1 ELSE 0 END ELSE NULL END AS [is_matched],
            CASE WHEN ([events].[code] IN ('60621009', '301331008')) THEN 1 WHEN NOT ([events].[code] IN ('60621009', '301331008')) THEN 0 ELSE NULL END AS [is_matched_2],
          [events].[value],
          [events].[number]
        FROM [events]
          INNER JOIN [#population] ON [events].[patient_id] = [#population].[patient_id]
          LEFT JOIN [#codelists_snomedctcode] ON [events].[code] = [#codelists_snomedctcode].[value]) AS [t]
    WHERE [t].[patient_id] IS NOT NULL
    GROUP BY [patient_id]) AS [t2]
) AS [stage];

-- stage 3 of 3: read from events
-- study.ehrql:5 dataset.bmi
SELECT *
INTO [#bmi]
FROM (
SELECT [patient_id],
  [value] AS [bmi]
FROM (SELECT [patient_id],
      [date],
      [value],
        ROW_NUMBER() OVER (PARTITION BY [patient_id] ORDER BY [date] DESC, [value] DESC) AS [place]
    FROM (SELECT [events].[patient_id],
          [events].[date],
          [events].[value],
            CASE WHEN ([events].[code] IN ('60621009', '301331008')) THEN 1 WHEN NOT ([events].[code] IN ('60621009', '301331008')) THEN 0 ELSE NULL END AS [is_matched]
        FROM [events]
          INNER JOIN [#population] ON [events].[patient_id] = [#population].[patient_id]) AS [t]
    WHERE [t].[is_matched] = 1) AS [t1]
WHERE [place] = 1
) AS [stage];

-- result: dataset
-- study.ehrql:3 dataset.asthma
-- study.ehrql:4 dataset.asthma_reviews
-- study.ehrql:5 dataset.bmi
-- study.ehrql:6 dataset.mean_bmi
-- study.ehrql:7 dataset.total
SELECT [#population].[patient_id],
    CASE WHEN [#asthma_and_3_more].[asthma] = 1 THEN 1 ELSE 0 END AS [asthma],
  COALESCE([#asthma_and_3_more].[asthma_reviews], 0) AS [asthma_reviews],
  [#bmi].[bmi],
  [#asthma_and_3_more].[mean_bmi],
  [#asthma_and_3_more].[total]
FROM [#population]
  LEFT JOIN [#asthma_and_3_more] ON [#population].[patient_id] = [#asthma_and_3_more].[patient_id]
  LEFT JOIN [#bmi] ON [#population].[patient_id] = [#bmi].[patient_id]
ORDER BY [#population].[patient_id];

-- what was made is removed
DROP TABLE IF EXISTS [#bmi];
DROP TABLE IF EXISTS [#asthma_and_3_more];
DROP TABLE IF EXISTS [#population];
DROP TABLE IF EXISTS [#codelists_snomedctcode];
