-- 2 rows of data
CREATE TEMP TABLE "intervals" ("interval" BIGINT, "interval_end_date" DATE, "interval_start_date" DATE);

INSERT INTO "intervals" VALUES
  (0, DATE '2020-01-31', DATE '2020-01-01'),
  (1, DATE '2020-02-29', DATE '2020-02-01');

-- 1 rows of data
CREATE TEMP TABLE "intervals_2" ("interval" BIGINT, "interval_start_date_2" DATE, "interval_end_date_2" DATE);

INSERT INTO "intervals_2" VALUES
  (0, DATE '2020-01-01', DATE '2020-03-31');

-- stage 1 of 9: who may be in the population
CREATE TEMP TABLE "everyone" AS
SELECT "patient_id"
FROM "patients"
UNION
SELECT "patient_id"
FROM "events";

-- stage 2 of 9: rows of events that can matter in an interval
-- study.ehrql:7 measures.flagged denominator
CREATE TEMP TABLE "denominator_rows" AS
SELECT "patient_id",
  "date"
FROM (SELECT "t"."patient_id",
          "t"."date" >= DATE '2020-01-01' AND "t"."date" <= DATE '2020-02-29' AS "can_matter",
      "t"."date"
    FROM (SELECT "patient_id",
          CASE WHEN "date" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date" END AS "date"
        FROM "events") AS "t"
      INNER JOIN "everyone" ON "t"."patient_id" = "everyone"."patient_id") AS "t0"
WHERE "t0"."can_matter";

-- stage 3 of 9: read from events
-- study.ehrql:7 measures.flagged denominator
CREATE TEMP TABLE "denominator" AS
SELECT *
FROM (SELECT "patient_id",
      "interval",
      COUNT(*) AS "denominator"
    FROM (SELECT "denominator_rows"."patient_id",
          "intervals"."interval",
              "denominator_rows"."date" >= "intervals"."interval_start_date" AND "denominator_rows"."date" <= "intervals"."interval_end_date" AS "is_matched"
        FROM "denominator_rows"
          INNER JOIN "everyone" ON "denominator_rows"."patient_id" = "everyone"."patient_id"
          CROSS JOIN "intervals") AS "t"
    WHERE "t"."is_matched"
    GROUP BY "patient_id",
      "interval") AS "t2";

-- stage 4 of 9: who is in a denominator, and when
CREATE TEMP TABLE "population" AS
SELECT "patient_id",
  "interval"
FROM (SELECT "everyone"."patient_id",
      "intervals"."interval",
          (year("intervals"."interval_start_date") - year("t"."date_of_birth") - CASE WHEN month("intervals"."interval_start_date") * 100 + day("intervals"."interval_start_date") < month("t"."date_of_birth") * 100 + day("t"."date_of_birth") THEN 1 ELSE 0 END) >= 18 OR COALESCE("denominator"."denominator", 0) > 0 AS "is_in"
    FROM "everyone"
      CROSS JOIN "intervals"
      LEFT JOIN "denominator" ON "everyone"."patient_id" = "denominator"."patient_id" AND "intervals"."interval" = "denominator"."interval"
      LEFT JOIN (SELECT "patient_id",
          CASE WHEN "date_of_birth" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date_of_birth" END AS "date_of_birth"
        FROM "patients") AS "t" ON "everyone"."patient_id" = "t"."patient_id") AS "t0"
WHERE "t0"."is_in";

-- stage 5 of 9: rows of events that can matter in an interval
-- study.ehrql:3 measures.high numerator
-- study.ehrql:5 measures.high group code
-- study.ehrql:6 measures.flagged numerator
CREATE TEMP TABLE "high_and_2_more_rows" AS
SELECT "patient_id",
  "value",
  "code",
  "date",
  "flag"
FROM (SELECT "t"."patient_id",
        "t"."date" <= DATE '2020-02-29' AS "can_matter",
      "t"."value",
      "t"."code",
      "t"."date",
      "t"."flag"
    FROM (SELECT "patient_id",
          CASE WHEN "date" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date" END AS "date",
          CASE WHEN isfinite("value") THEN "value" END AS "value",
          "code",
          "flag"
        FROM "events") AS "t"
      INNER JOIN "everyone" ON "t"."patient_id" = "everyone"."patient_id") AS "t0"
WHERE "t0"."can_matter";

-- stage 6 of 9: read from events
-- study.ehrql:3 measures.high numerator
-- study.ehrql:5 measures.high group code
-- study.ehrql:6 measures.flagged numerator
CREATE TEMP TABLE "high_and_2_more" AS
SELECT "patient_id",
  "interval",
  struct_extract("last", 'code') AS "code",
  struct_extract("last", 'value') AS "high",
  struct_extract("flagged", 'flag') AS "flagged"
FROM (SELECT "patient_id",
      "interval",
      max(struct_pack("has_date" := "date" IS NOT NULL, "date" := "date", "has_code" := "code" IS NOT NULL, "code" := "code", "has_value" := "value" IS NOT NULL, "value" := "value")) AS "last",
      max(struct_pack("has_date" := "date" IS NOT NULL, "date" := "date", "has_flag" := "flag" IS NOT NULL, "flag" := "flag")) AS "flagged"
    FROM (SELECT "high_and_2_more_rows"."patient_id",
          "population"."interval",
            "high_and_2_more_rows"."date" <= "intervals"."interval_end_date" AS "is_matched",
          "high_and_2_more_rows"."date",
          "high_and_2_more_rows"."code",
          "high_and_2_more_rows"."value",
          "high_and_2_more_rows"."flag"
        FROM "high_and_2_more_rows"
          INNER JOIN "population" ON "high_and_2_more_rows"."patient_id" = "population"."patient_id"
          INNER JOIN "intervals" ON "population"."interval" = "intervals"."interval") AS "t"
    WHERE "t"."is_matched"
    GROUP BY "patient_id",
      "interval") AS "t2";

-- stage 7 of 9: who is in a denominator, and when
-- study.ehrql:4 measures.high_by_quarter denominator
CREATE TEMP TABLE "population_2" AS
SELECT "patient_id",
  "interval"
FROM (SELECT "everyone"."patient_id",
      "intervals_2"."interval",
        (year("intervals_2"."interval_start_date_2") - year("t"."date_of_birth") - CASE WHEN month("intervals_2"."interval_start_date_2") * 100 + day("intervals_2"."interval_start_date_2") < month("t"."date_of_birth") * 100 + day("t"."date_of_birth") THEN 1 ELSE 0 END) >= 18 AS "is_in"
    FROM "everyone"
      CROSS JOIN "intervals_2"
      LEFT JOIN (SELECT "patient_id",
          CASE WHEN "date_of_birth" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date_of_birth" END AS "date_of_birth"
        FROM "patients") AS "t" ON "everyone"."patient_id" = "t"."patient_id") AS "t0"
WHERE "t0"."is_in";

-- stage 8 of 9: rows of events that can matter in an interval
-- study.ehrql:3 measures.high_by_quarter numerator
CREATE TEMP TABLE "high_by_quarter_rows" AS
SELECT "patient_id",
  "value",
  "date"
FROM (SELECT "t"."patient_id",
        "t"."date" <= DATE '2020-03-31' AS "can_matter",
      "t"."value",
      "t"."date"
    FROM (SELECT "patient_id",
          CASE WHEN "date" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date" END AS "date",
          CASE WHEN isfinite("value") THEN "value" END AS "value"
        FROM "events") AS "t"
      INNER JOIN "everyone" ON "t"."patient_id" = "everyone"."patient_id") AS "t0"
WHERE "t0"."can_matter";

-- stage 9 of 9: read from events
-- study.ehrql:3 measures.high_by_quarter numerator
CREATE TEMP TABLE "high_by_quarter" AS
SELECT "patient_id",
  "interval",
  struct_extract("high_by_quarter", 'value') AS "high_by_quarter"
FROM (SELECT "patient_id",
      "interval",
      max(struct_pack("has_date" := "date" IS NOT NULL, "date" := "date", "has_value" := "value" IS NOT NULL, "value" := "value")) AS "high_by_quarter"
    FROM (SELECT "high_by_quarter_rows"."patient_id",
          "population_2"."interval",
            "high_by_quarter_rows"."date" <= "intervals_2"."interval_end_date_2" AS "is_high_by_quarter",
          "high_by_quarter_rows"."date",
          "high_by_quarter_rows"."value"
        FROM "high_by_quarter_rows"
          INNER JOIN "population_2" ON "high_by_quarter_rows"."patient_id" = "population_2"."patient_id"
          INNER JOIN "intervals_2" ON "population_2"."interval" = "intervals_2"."interval") AS "t"
    WHERE "t"."is_high_by_quarter"
    GROUP BY "patient_id",
      "interval") AS "t2";

-- result: high
-- study.ehrql:3 measures.high numerator
-- study.ehrql:4 measures.high denominator
-- study.ehrql:5 measures.high group code
SELECT "interval",
  "numerator",
  "denominator",
  "code"
FROM (SELECT *
    FROM (SELECT "interval",
          "code",
          COUNT(*) AS "denominator",
            COUNT(*) FILTER (WHERE "high" IS TRUE) AS "numerator"
        FROM (SELECT "interval",
              "code",
              "high"
            FROM (SELECT "population"."patient_id",
                  "population"."interval",
                  "high_and_2_more"."code",
                    "high_and_2_more"."high" > 4.0E0 AS "high",
                    (year("intervals"."interval_start_date") - year("t"."date_of_birth") - CASE WHEN month("intervals"."interval_start_date") * 100 + day("intervals"."interval_start_date") < month("t"."date_of_birth") * 100 + day("t"."date_of_birth") THEN 1 ELSE 0 END) >= 18 AS "denominator"
                FROM "population"
                  LEFT JOIN "high_and_2_more" ON "population"."patient_id" = "high_and_2_more"."patient_id" AND "population"."interval" = "high_and_2_more"."interval"
                  LEFT JOIN (SELECT "patient_id",
                      CASE WHEN "date_of_birth" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date_of_birth" END AS "date_of_birth"
                    FROM "patients") AS "t" ON "population"."patient_id" = "t"."patient_id"
                  INNER JOIN "intervals" ON "population"."interval" = "intervals"."interval") AS "t0"
            WHERE "t0"."denominator") AS "t2"
        GROUP BY "interval",
          "code") AS "t4") AS "t5"
ORDER BY "interval" NULLS FIRST,
  "code" NULLS FIRST;

-- result: flagged
-- study.ehrql:6 measures.flagged numerator
-- study.ehrql:7 measures.flagged denominator
SELECT "interval",
  "numerator",
  "denominator"
FROM (SELECT "interval",
      TRY_CAST("denominator" AS BIGINT) AS "denominator",
      "numerator"
    FROM (SELECT "interval",
          sum(COALESCE("denominator", 0)) AS "denominator",
            COUNT(*) FILTER (WHERE "flagged" IS TRUE) AS "numerator"
        FROM (SELECT "interval",
              "flagged",
              "denominator"
            FROM (SELECT "population"."patient_id",
                  "population"."interval",
                  "high_and_2_more"."flagged",
                  COALESCE("denominator"."denominator", 0) AS "denominator",
                    COALESCE("denominator"."denominator", 0) > 0 AS "denominator_2"
                FROM "population"
                  LEFT JOIN "high_and_2_more" ON "population"."patient_id" = "high_and_2_more"."patient_id" AND "population"."interval" = "high_and_2_more"."interval"
                  LEFT JOIN "denominator" ON "population"."patient_id" = "denominator"."patient_id" AND "population"."interval" = "denominator"."interval") AS "t"
            WHERE "t"."denominator_2") AS "t1"
        GROUP BY "interval") AS "t3") AS "t4"
ORDER BY "interval" NULLS FIRST;

-- result: high_by_quarter
-- study.ehrql:3 measures.high_by_quarter numerator
-- study.ehrql:4 measures.high_by_quarter denominator
SELECT "interval",
  "numerator",
  "denominator"
FROM (SELECT *
    FROM (SELECT "interval",
          COUNT(*) AS "denominator",
            COUNT(*) FILTER (WHERE "high_by_quarter" IS TRUE) AS "numerator"
        FROM (SELECT "interval",
              "high_by_quarter"
            FROM (SELECT "population_2"."patient_id",
                  "population_2"."interval",
                    "high_by_quarter"."high_by_quarter" > 4.0E0 AS "high_by_quarter"
                FROM "population_2"
                  LEFT JOIN "high_by_quarter" ON "population_2"."patient_id" = "high_by_quarter"."patient_id" AND "population_2"."interval" = "high_by_quarter"."interval") AS "t"
            WHERE "t"."patient_id" IS NOT NULL) AS "t1"
        GROUP BY "interval") AS "t3") AS "t4"
ORDER BY "interval" NULLS FIRST;

-- what was made is removed
DROP TABLE IF EXISTS temp."high_by_quarter";
DROP TABLE IF EXISTS temp."high_by_quarter_rows";
DROP TABLE IF EXISTS temp."population_2";
DROP TABLE IF EXISTS temp."high_and_2_more";
DROP TABLE IF EXISTS temp."high_and_2_more_rows";
DROP TABLE IF EXISTS temp."population";
DROP TABLE IF EXISTS temp."denominator";
DROP TABLE IF EXISTS temp."denominator_rows";
DROP TABLE IF EXISTS temp."everyone";
DROP TABLE IF EXISTS temp."intervals";
DROP TABLE IF EXISTS temp."intervals_2";
