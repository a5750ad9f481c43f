-- stage 1 of 1: the population
-- study.ehrql:2 population
CREATE TEMP TABLE "population" AS
SELECT "patient_id"
FROM (SELECT "patient_id",
      "patient_id" IS NOT NULL AS "is_in"
    FROM "patients") AS "t"
WHERE "is_in";

-- result: dataset
-- study.ehrql:3 dataset.sex
-- dataset.tests
SELECT "population"."patient_id",
  "patients"."sex"
FROM "population"
  LEFT JOIN "patients" ON "population"."patient_id" = "patients"."patient_id"
ORDER BY "population"."patient_id" NULLS FIRST;

-- result: tests
-- dataset.tests
SELECT "patient_id",
  "date",
  "value",
  "sex"
FROM (SELECT "t"."patient_id",
      "t"."date",
      "t"."value",
      "patients"."sex",
        "t"."date" >= DATE '2020-03-31' AS "is_wanted"
    FROM (SELECT "patient_id",
          CASE WHEN "date" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date" END AS "date",
          CASE WHEN isfinite("value") THEN "value" END AS "value"
        FROM "events") AS "t"
      INNER JOIN "population" ON "t"."patient_id" = "population"."patient_id"
      LEFT JOIN "patients" ON "t"."patient_id" = "patients"."patient_id") AS "t0"
WHERE "t0"."is_wanted"
ORDER BY "patient_id" NULLS FIRST,
  "date" NULLS FIRST,
  "value" NULLS FIRST,
  "sex" NULLS FIRST;

-- what was made is removed
DROP TABLE IF EXISTS temp."population";
