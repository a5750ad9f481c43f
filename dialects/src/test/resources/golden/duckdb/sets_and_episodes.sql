-- stage 1 of 6: who may be in the population
-- study.ehrql:2 population
CREATE TEMP TABLE "everyone" AS
SELECT "patient_id"
FROM "events"
GROUP BY "patient_id";

-- stage 2 of 6: read from events
-- study.ehrql:2 population
CREATE TEMP TABLE "population_from_events" AS
SELECT *
FROM (SELECT "patient_id",
      bool_or(TRUE) AS "population"
    FROM (SELECT "events"."patient_id"
        FROM "events"
          INNER JOIN "everyone" ON "events"."patient_id" = "everyone"."patient_id") AS "t"
    WHERE "t"."patient_id" IS NOT NULL
    GROUP BY "patient_id") AS "t2";

-- stage 3 of 6: the population
-- study.ehrql:2 population
CREATE TEMP TABLE "population" AS
SELECT "patient_id"
FROM (SELECT "everyone"."patient_id",
      "population_from_events"."population" IS TRUE AS "is_in"
    FROM "everyone"
      LEFT JOIN "population_from_events" ON "everyone"."patient_id" = "population_from_events"."patient_id") AS "t"
WHERE "t"."is_in";

-- stage 4 of 6: values of events
-- study.ehrql:3 dataset.sex_in_texts
CREATE TEMP TABLE "sex_in_texts_values" AS
SELECT "patient_id",
  "value"
FROM (SELECT "events"."patient_id",
      "events"."text" AS "value"
    FROM "events"
      INNER JOIN "population" ON "events"."patient_id" = "population"."patient_id") AS "t"
WHERE "t"."value" IS NOT NULL
GROUP BY "patient_id",
  "value";

-- stage 5 of 6: patients with values of events
-- study.ehrql:3 dataset.sex_in_texts
CREATE TEMP TABLE "sex_in_texts_patients" AS
SELECT "patient_id"
FROM "sex_in_texts_values"
GROUP BY "patient_id";

-- stage 6 of 6: episodes in events
-- study.ehrql:4 dataset.episodes
CREATE TEMP TABLE "episodes" AS
SELECT "patient_id",
  COUNT(*) AS "episodes"
FROM (SELECT "patient_id",
      "value",
        LAG("value") OVER (PARTITION BY "patient_id" ORDER BY "value") AS "before"
    FROM (SELECT *
        FROM (SELECT "t"."patient_id",
              "t"."date" AS "value"
            FROM (SELECT "patient_id",
                  CASE WHEN "date" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date" END AS "date"
                FROM "events") AS "t"
              INNER JOIN "population" ON "t"."patient_id" = "population"."patient_id") AS "t0"
        WHERE "t0"."value" IS NOT NULL) AS "t2") AS "t3"
WHERE "before" IS NULL OR ("value" - "before") > 14
GROUP BY "patient_id";

-- result: dataset
-- study.ehrql:3 dataset.sex_in_texts
-- study.ehrql:4 dataset.episodes
SELECT "population"."patient_id",
    CASE WHEN NOT "sex_in_texts_patients"."patient_id" IS NOT NULL THEN FALSE WHEN "patients"."sex" IS NOT NULL THEN "sex_in_texts_values"."value" IS NOT NULL ELSE NULL END AS "sex_in_texts",
  COALESCE("episodes"."episodes", 0) AS "episodes"
FROM "population"
  LEFT JOIN "sex_in_texts_patients" ON "population"."patient_id" = "sex_in_texts_patients"."patient_id"
  LEFT JOIN "patients" ON "population"."patient_id" = "patients"."patient_id"
  LEFT JOIN "episodes" ON "population"."patient_id" = "episodes"."patient_id"
  LEFT JOIN "sex_in_texts_values" ON "population"."patient_id" = "sex_in_texts_values"."patient_id" AND "patients"."sex" = "sex_in_texts_values"."value"
ORDER BY "population"."patient_id" NULLS FIRST;

-- what was made is removed
DROP TABLE IF EXISTS temp."episodes";
DROP TABLE IF EXISTS temp."sex_in_texts_patients";
DROP TABLE IF EXISTS temp."sex_in_texts_values";
DROP TABLE IF EXISTS temp."population";
DROP TABLE IF EXISTS temp."population_from_events";
DROP TABLE IF EXISTS temp."everyone";
