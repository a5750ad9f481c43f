-- 60 rows of data
CREATE TEMP TABLE "band_by_value" ("value" BIGINT, "result" VARCHAR);

INSERT INTO "band_by_value" VALUES
  (0, 'band 0'),
  (1, 'band 0'),
  (2, 'band 0'),
  (3, 'band 0'),
  (4, 'band 0'),
  (5, 'band 0'),
  (6, 'band 0'),
  (7, 'band 0'),
  (8, 'band 0'),
  (9, 'band 0'),
  (10, 'band 1'),
  (11, 'band 1'),
  (12, 'band 1'),
  (13, 'band 1'),
  (14, 'band 1'),
  (15, 'band 1'),
  (16, 'band 1'),
  (17, 'band 1'),
  (18, 'band 1'),
  (19, 'band 1'),
  (20, 'band 2'),
  (21, 'band 2'),
  (22, 'band 2'),
  (23, 'band 2'),
  (24, 'band 2'),
  (25, 'band 2'),
  (26, 'band 2'),
  (27, 'band 2'),
  (28, 'band 2'),
  (29, 'band 2'),
  (30, 'band 3'),
  (31, 'band 3'),
  (32, 'band 3'),
  (33, 'band 3'),
  (34, 'band 3'),
  (35, 'band 3'),
  (36, 'band 3'),
  (37, 'band 3'),
  (38, 'band 3'),
  (39, 'band 3'),
  (40, 'band 4'),
  (41, 'band 4'),
  (42, 'band 4'),
  (43, 'band 4'),
  (44, 'band 4'),
  (45, 'band 4'),
  (46, 'band 4'),
  (47, 'band 4'),
  (48, 'band 4'),
  (49, 'band 4'),
  (50, 'band 5'),
  (51, 'band 5'),
  (52, 'band 5'),
  (53, 'band 5'),
  (54, 'band 5'),
  (55, 'band 5'),
  (56, 'band 5'),
  (57, 'band 5'),
  (58, 'band 5'),
  (59, 'band 5');

-- stage 1 of 1: the population
-- study.ehrql:2 population
CREATE TEMP TABLE "population" AS
SELECT "patient_id"
FROM (SELECT "patient_id",
      "patient_id" IS NOT NULL AS "is_in"
    FROM "patients") AS "t"
WHERE "is_in";

-- result: dataset
-- study.ehrql:3 dataset.band
SELECT "population"."patient_id",
    CASE WHEN "band_by_value"."value" IS NOT NULL THEN "band_by_value"."result" ELSE 'none' END AS "band"
FROM "population"
  LEFT JOIN "patients" ON "population"."patient_id" = "patients"."patient_id"
  LEFT JOIN "band_by_value" ON "patients"."score" = "band_by_value"."value"
ORDER BY "population"."patient_id" NULLS FIRST;

-- what was made is removed
DROP TABLE IF EXISTS temp."population";
DROP TABLE IF EXISTS temp."band_by_value";
