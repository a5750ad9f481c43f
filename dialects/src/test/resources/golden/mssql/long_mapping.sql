SET NOCOUNT ON;

SET ANSI_NULLS ON;

SET ANSI_PADDING ON;

SET ANSI_WARNINGS ON;

SET ARITHABORT ON;

SET CONCAT_NULL_YIELDS_NULL ON;

SET QUOTED_IDENTIFIER ON;

SET DATEFORMAT ymd;

-- 60 rows of data
CREATE TABLE [#band_by_value] ([value] BIGINT, [result] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2);

INSERT INTO [#band_by_value] VALUES
  (0, N'band 0'),
  (1, N'band 0'),
  (2, N'band 0'),
  (3, N'band 0'),
  (4, N'band 0'),
  (5, N'band 0'),
  (6, N'band 0'),
  (7, N'band 0'),
  (8, N'band 0'),
  (9, N'band 0'),
  (10, N'band 1'),
  (11, N'band 1'),
  (12, N'band 1'),
  (13, N'band 1'),
  (14, N'band 1'),
  (15, N'band 1'),
  (16, N'band 1'),
  (17, N'band 1'),
  (18, N'band 1'),
  (19, N'band 1'),
  (20, N'band 2'),
  (21, N'band 2'),
  (22, N'band 2'),
  (23, N'band 2'),
  (24, N'band 2'),
  (25, N'band 2'),
  (26, N'band 2'),
  (27, N'band 2'),
  (28, N'band 2'),
  (29, N'band 2'),
  (30, N'band 3'),
  (31, N'band 3'),
  (32, N'band 3'),
  (33, N'band 3'),
  (34, N'band 3'),
  (35, N'band 3'),
  (36, N'band 3'),
  (37, N'band 3'),
  (38, N'band 3'),
  (39, N'band 3'),
  (40, N'band 4'),
  (41, N'band 4'),
  (42, N'band 4'),
  (43, N'band 4'),
  (44, N'band 4'),
  (45, N'band 4'),
  (46, N'band 4'),
  (47, N'band 4'),
  (48, N'band 4'),
  (49, N'band 4'),
  (50, N'band 5'),
  (51, N'band 5'),
  (52, N'band 5'),
  (53, N'band 5'),
  (54, N'band 5'),
  (55, N'band 5'),
  (56, N'band 5'),
  (57, N'band 5'),
  (58, N'band 5'),
  (59, N'band 5');

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
-- study.ehrql:3 dataset.band
SELECT [#population].[patient_id],
    CASE WHEN [#band_by_value].[value] IS NOT NULL THEN [#band_by_value].[result] ELSE N'none' END AS [band]
FROM [#population]
  LEFT JOIN [patients] ON [#population].[patient_id] = [patients].[patient_id]
  LEFT JOIN [#band_by_value] ON [patients].[score] = [#band_by_value].[value]
ORDER BY [#population].[patient_id];

-- what was made is removed
DROP TABLE IF EXISTS [#population];
DROP TABLE IF EXISTS [#band_by_value];
