-- stage 1 of 6: who may be in the population
-- study.ehrql:2 population
CREATE TEMP TABLE "candidates" AS
SELECT "patient_id"
FROM (SELECT "patient_id",
        "date_of_birth" < DATE '2000-01-01' AS "is_in"
    FROM (SELECT "patient_id",
          CASE WHEN "date_of_birth" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date_of_birth" END AS "date_of_birth"
        FROM "patients") AS "t") AS "t0"
WHERE "is_in";

-- stage 2 of 6: read from events
-- study.ehrql:2 population
CREATE TEMP TABLE "population_from_events" AS
SELECT *
FROM (SELECT "patient_id",
      bool_or(TRUE) AS "population"
    FROM (SELECT "events"."patient_id"
        FROM "events"
          INNER JOIN "candidates" ON "events"."patient_id" = "candidates"."patient_id") AS "t"
    WHERE "t"."patient_id" IS NOT NULL
    GROUP BY "patient_id") AS "t2";

-- stage 3 of 6: the population
-- study.ehrql:2 population
CREATE TEMP TABLE "population" AS
SELECT "patient_id"
FROM (SELECT "candidates"."patient_id",
      "population_from_events"."population" IS TRUE AS "is_in"
    FROM "candidates"
      LEFT JOIN "population_from_events" ON "candidates"."patient_id" = "population_from_events"."patient_id") AS "t"
WHERE "t"."is_in";

-- stage 4 of 6: read from events
-- study.ehrql:3 dataset.events_in_half_a_year
CREATE TEMP TABLE "events_in_half_a_year" AS
SELECT "patient_id",
  struct_extract("events_in_half_a_year", 'date') AS "events_in_half_a_year"
FROM (SELECT "patient_id",
      min(struct_pack("has_date" := "date" IS NOT NULL, "date" := "date")) AS "events_in_half_a_year"
    FROM (SELECT "t"."patient_id",
          "t"."date"
        FROM (SELECT "patient_id",
              CASE WHEN "date" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date" END AS "date"
            FROM "events") AS "t"
          INNER JOIN "population" ON "t"."patient_id" = "population"."patient_id") AS "t0"
    WHERE "t0"."patient_id" IS NOT NULL
    GROUP BY "patient_id") AS "t3";

-- stage 5 of 6: what events are compared with
-- study.ehrql:3 dataset.events_in_half_a_year
CREATE TEMP TABLE "events_in_half_a_year_bounds" AS
SELECT "population"."patient_id",
    CASE WHEN "events_in_half_a_year"."events_in_half_a_year" <= DATE '9999-06-30' THEN least(CAST(date_trunc('month', "events_in_half_a_year"."events_in_half_a_year") + to_months(TRY_CAST(6 AS INTEGER)) AS DATE) + CAST(day("events_in_half_a_year"."events_in_half_a_year") - 1 AS INTEGER), CAST(date_trunc('month', "events_in_half_a_year"."events_in_half_a_year") + to_months(TRY_CAST(6 + 1 AS INTEGER)) AS DATE)) ELSE NULL END AS "events_in_half_a_year"
FROM "population"
  LEFT JOIN "events_in_half_a_year" ON "population"."patient_id" = "events_in_half_a_year"."patient_id";

-- stage 6 of 6: read from events
-- study.ehrql:3 dataset.events_in_half_a_year
CREATE TEMP TABLE "events_in_half_a_year_2" AS
SELECT *
FROM (SELECT "patient_id",
      COUNT(*) AS "events_in_half_a_year"
    FROM (SELECT "t"."patient_id",
            "t"."date" <= "events_in_half_a_year_bounds"."events_in_half_a_year" AS "is_events_in_half_a_year"
        FROM (SELECT "patient_id",
              CASE WHEN "date" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date" END AS "date"
            FROM "events") AS "t"
          INNER JOIN "population" ON "t"."patient_id" = "population"."patient_id"
          LEFT JOIN "events_in_half_a_year_bounds" ON "t"."patient_id" = "events_in_half_a_year_bounds"."patient_id") AS "t0"
    WHERE "t0"."is_events_in_half_a_year"
    GROUP BY "patient_id") AS "t3";

-- result: dataset
-- study.ehrql:3 dataset.events_in_half_a_year
SELECT "population"."patient_id",
  COALESCE("events_in_half_a_year_2"."events_in_half_a_year", 0) AS "events_in_half_a_year"
FROM "population"
  LEFT JOIN "events_in_half_a_year_2" ON "population"."patient_id" = "events_in_half_a_year_2"."patient_id"
ORDER BY "population"."patient_id" NULLS FIRST;

-- what was made is removed
DROP TABLE IF EXISTS temp."events_in_half_a_year_2";
DROP TABLE IF EXISTS temp."events_in_half_a_year_bounds";
DROP TABLE IF EXISTS temp."events_in_half_a_year";
DROP TABLE IF EXISTS temp."population";
DROP TABLE IF EXISTS temp."population_from_events";
DROP TABLE IF EXISTS temp."candidates";
