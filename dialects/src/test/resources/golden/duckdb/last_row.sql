-- stage 1 of 2: the population
-- study.ehrql:2 population
CREATE TEMP TABLE "population" AS
SELECT "patient_id"
FROM (SELECT "patient_id",
      "patient_id" IS NOT NULL AS "is_in"
    FROM "patients") AS "t"
WHERE "is_in";

-- stage 2 of 2: read from events
-- study.ehrql:3 dataset.last_value
-- study.ehrql:4 dataset.last_date
-- study.ehrql:5 dataset.first_value
CREATE TEMP TABLE "last_value_and_2_more" AS
SELECT "patient_id",
  struct_extract("last", 'date') AS "last_date",
  struct_extract("last", 'value') AS "last_value",
  struct_extract("first_value", 'value') AS "first_value"
FROM (SELECT "patient_id",
      max(struct_pack("has_date" := "date" IS NOT NULL, "date" := "date", "has_value" := "value" IS NOT NULL, "value" := "value")) AS "last",
      min(struct_pack("has_date" := "date" IS NOT NULL, "date" := "date", "has_number" := "number" IS NOT NULL, "number" := "number", "has_value" := "value" IS NOT NULL, "value" := "value")) AS "first_value"
    FROM (SELECT "t"."patient_id",
            "t"."date" < DATE '2020-03-31' AS "is_matched",
          "t"."date",
          "t"."value",
          "t"."number"
        FROM (SELECT "patient_id",
              CASE WHEN "date" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date" END AS "date",
              CASE WHEN isfinite("value") THEN "value" END AS "value",
              "number"
            FROM "events") AS "t"
          INNER JOIN "population" ON "t"."patient_id" = "population"."patient_id") AS "t0"
    WHERE "t0"."is_matched"
    GROUP BY "patient_id") AS "t3";

-- result: dataset
-- study.ehrql:3 dataset.last_value
-- study.ehrql:4 dataset.last_date
-- study.ehrql:5 dataset.first_value
SELECT "population"."patient_id",
  "last_value_and_2_more"."last_value",
  "last_value_and_2_more"."last_date",
  "last_value_and_2_more"."first_value"
FROM "population"
  LEFT JOIN "last_value_and_2_more" ON "population"."patient_id" = "last_value_and_2_more"."patient_id"
ORDER BY "population"."patient_id" NULLS FIRST;

-- what was made is removed
DROP TABLE IF EXISTS temp."last_value_and_2_more";
DROP TABLE IF EXISTS temp."population";
