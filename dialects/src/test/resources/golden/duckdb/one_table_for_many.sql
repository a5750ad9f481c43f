-- 40 rows of data
CREATE TEMP TABLE "codelists_snomedctcode" ("value" VARCHAR, "lists_1" BIGINT);

INSERT INTO "codelists_snomedctcode" VALUES
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

-- stage 1 of 2: the population
-- study.ehrql:2 population
CREATE TEMP TABLE "population" AS
SELECT "patient_id"
FROM (SELECT "patient_id",
      "patient_id" IS NOT NULL AS "is_in"
    FROM "patients") AS "t"
WHERE "is_in";

-- stage 2 of 2: read from events
-- study.ehrql:3 dataset.asthma
-- study.ehrql:4 dataset.asthma_reviews
-- study.ehrql:5 dataset.bmi
-- study.ehrql:6 dataset.mean_bmi
-- study.ehrql:7 dataset.total
CREATE TEMP TABLE "asthma_and_4_more" AS
SELECT "patient_id",
  "asthma",
  "asthma_reviews",
  struct_extract("bmi", 'value') AS "bmi",
  CASE WHEN isfinite("mean_bmi") THEN "mean_bmi" END AS "mean_bmi",
  TRY_CAST("total" AS BIGINT) AS "total"
FROM (SELECT "patient_id",
      bool_or("is_matched" IS TRUE) AS "asthma",
        COUNT(*) FILTER (WHERE "is_matched" IS TRUE) AS "asthma_reviews",
        max(struct_pack("has_date" := "date" IS NOT NULL, "date" := "date", "has_value" := "value" IS NOT NULL, "value" := "value")) FILTER (WHERE "is_matched_2" IS TRUE) AS "bmi",
        favg("value") FILTER (WHERE "is_matched_2" IS TRUE) AS "mean_bmi",
      sum("number") AS "total"
    FROM (SELECT "t"."patient_id",
            CASE WHEN "t"."code" IS NOT NULL THEN (("codelists_snomedctcode"."lists_1" & 1) <> 0) IS TRUE ELSE NULL END AS "is_matched",
          ("t"."code" IN ('60621009', '301331008')) AS "is_matched_2",
          "t"."date",
          "t"."value",
          "t"."number"
        FROM (SELECT "patient_id",
              "code",
              CASE WHEN "date" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date" END AS "date",
              CASE WHEN isfinite("value") THEN "value" END AS "value",
              "number"
            FROM "events") AS "t"
          INNER JOIN "population" ON "t"."patient_id" = "population"."patient_id"
          LEFT JOIN "codelists_snomedctcode" ON "t"."code" = "codelists_snomedctcode"."value") AS "t0"
    WHERE "t0"."patient_id" IS NOT NULL
    GROUP BY "patient_id") AS "t3";

-- result: dataset
-- study.ehrql:3 dataset.asthma
-- study.ehrql:4 dataset.asthma_reviews
-- study.ehrql:5 dataset.bmi
-- study.ehrql:6 dataset.mean_bmi
-- study.ehrql:7 dataset.total
SELECT "population"."patient_id",
  "asthma_and_4_more"."asthma" IS TRUE AS "asthma",
  COALESCE("asthma_and_4_more"."asthma_reviews", 0) AS "asthma_reviews",
  "asthma_and_4_more"."bmi",
  "asthma_and_4_more"."mean_bmi",
  "asthma_and_4_more"."total"
FROM "population"
  LEFT JOIN "asthma_and_4_more" ON "population"."patient_id" = "asthma_and_4_more"."patient_id"
ORDER BY "population"."patient_id" NULLS FIRST;

-- what was made is removed
DROP TABLE IF EXISTS temp."asthma_and_4_more";
DROP TABLE IF EXISTS temp."population";
DROP TABLE IF EXISTS temp."codelists_snomedctcode";
