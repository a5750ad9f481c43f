-- 3 rows of data
CREATE TEMP TABLE "intervals" ("interval" BIGINT, "interval_start_date" DATE, "interval_end_date" DATE);

INSERT INTO "intervals" VALUES
  (0, DATE '2020-01-01', DATE '2020-01-31'),
  (1, DATE '2020-02-01', DATE '2020-02-29'),
  (2, DATE '2020-03-01', DATE '2020-03-31');

-- stage 1 of 7: read from events
-- study.ehrql:4 measures.tested denominator
CREATE TEMP TABLE "denominator" AS
SELECT *
FROM (SELECT "patient_id",
      bool_or(TRUE) AS "denominator"
    FROM (SELECT "events"."patient_id",
            "events"."code" = '60621009' AS "is_denominator"
        FROM "events"
          INNER JOIN "patients" ON "events"."patient_id" = "patients"."patient_id") AS "t"
    WHERE "t"."is_denominator"
    GROUP BY "patient_id") AS "t2";

-- stage 2 of 7: who may be in a denominator
-- study.ehrql:4 measures.tested denominator
CREATE TEMP TABLE "candidates" AS
SELECT "patient_id"
FROM (SELECT "patients"."patient_id",
      "denominator"."denominator" IS TRUE AS "is_in"
    FROM "patients"
      LEFT JOIN "denominator" ON "patients"."patient_id" = "denominator"."patient_id") AS "t"
WHERE "t"."is_in";

-- stage 3 of 7: who is in a denominator, and when
-- study.ehrql:4 measures.tested denominator
CREATE TEMP TABLE "population" AS
SELECT "patient_id",
  "interval"
FROM (SELECT "candidates"."patient_id",
      "intervals"."interval",
        (year("intervals"."interval_start_date") - year("t"."date_of_birth") - CASE WHEN month("intervals"."interval_start_date") * 100 + day("intervals"."interval_start_date") < month("t"."date_of_birth") * 100 + day("t"."date_of_birth") THEN 1 ELSE 0 END) >= 18 AS "is_in"
    FROM "candidates"
      CROSS JOIN "intervals"
      LEFT JOIN (SELECT "patient_id",
          CASE WHEN "date_of_birth" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date_of_birth" END AS "date_of_birth"
        FROM "patients") AS "t" ON "candidates"."patient_id" = "t"."patient_id") AS "t0"
WHERE "t0"."is_in";

-- stage 4 of 7: rows of events that can matter in an interval
-- study.ehrql:3 measures.tested numerator
-- study.ehrql:7 measures.tests numerator
-- study.ehrql:13 measures.tested_by_place group place
CREATE TEMP TABLE "tested_and_2_more_rows" AS
SELECT "patient_id",
  "is_tested",
  "date",
  "text"
FROM (SELECT "t"."patient_id",
          ("t"."code" IN ('60621009', '1000001')) AND "t"."date" >= DATE '2020-01-01' AND "t"."date" <= DATE '2020-03-31' AS "can_matter",
          "t"."date" >= DATE '2020-01-01' AND "t"."date" <= DATE '2020-03-31' AS "can_matter_2",
        "t"."date" <= DATE '2020-03-01' AS "can_matter_3",
      ("t"."code" IN ('60621009', '1000001')) AS "is_tested",
      "t"."date",
      "t"."text"
    FROM (SELECT "patient_id",
          CASE WHEN "date" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date" END AS "date",
          "code",
          "text"
        FROM "events") AS "t"
      INNER JOIN "candidates" ON "t"."patient_id" = "candidates"."patient_id") AS "t0"
WHERE "t0"."can_matter" OR "t0"."can_matter_2" OR "t0"."can_matter_3";

-- stage 5 of 7: read from events
-- study.ehrql:3 measures.tested numerator
-- study.ehrql:7 measures.tests numerator
-- study.ehrql:13 measures.tested_by_place group place
CREATE TEMP TABLE "tested_and_2_more" AS
SELECT "patient_id",
  "interval",
  "tested",
  "tests",
  struct_extract("place", 'text') AS "place"
FROM (SELECT "patient_id",
      "interval",
      bool_or("is_matched" IS TRUE) AS "tested",
        COUNT(*) FILTER (WHERE "is_matched_2" IS TRUE) AS "tests",
        max(struct_pack("has_date" := "date" IS NOT NULL, "date" := "date", "has_text" := "text" IS NOT NULL, "text" := "text")) FILTER (WHERE "is_place" IS TRUE) AS "place"
    FROM (SELECT "tested_and_2_more_rows"."patient_id",
          "population"."interval",
              "tested_and_2_more_rows"."is_tested" AND "tested_and_2_more_rows"."date" >= "intervals"."interval_start_date" AND "tested_and_2_more_rows"."date" <= "intervals"."interval_end_date" AS "is_matched",
              "tested_and_2_more_rows"."date" >= "intervals"."interval_start_date" AND "tested_and_2_more_rows"."date" <= "intervals"."interval_end_date" AS "is_matched_2",
            "tested_and_2_more_rows"."date" <= "intervals"."interval_start_date" AS "is_place",
          "tested_and_2_more_rows"."date",
          "tested_and_2_more_rows"."text"
        FROM "tested_and_2_more_rows"
          INNER JOIN "population" ON "tested_and_2_more_rows"."patient_id" = "population"."patient_id"
          INNER JOIN "intervals" ON "population"."interval" = "intervals"."interval") AS "t"
    WHERE "t"."is_matched" OR "t"."is_matched_2" OR "t"."is_place"
    GROUP BY "patient_id",
      "interval") AS "t2";

-- stage 6 of 7: values by interval
-- study.ehrql:3 measures.tested numerator
-- study.ehrql:5 measures.tested group sex
-- study.ehrql:6 measures.tested group age_band
-- study.ehrql:7 measures.tests numerator
-- study.ehrql:13 measures.tested_by_place group place
CREATE TEMP TABLE "tested_and_4_more_values" AS
SELECT "interval",
  "sex",
  "age_band",
  "place",
  "tested",
  "tests"
FROM (SELECT "population"."patient_id",
      "population"."interval",
      "t"."sex",
        CASE WHEN (year("intervals"."interval_start_date") - year("t"."date_of_birth") - CASE WHEN month("intervals"."interval_start_date") * 100 + day("intervals"."interval_start_date") < month("t"."date_of_birth") * 100 + day("t"."date_of_birth") THEN 1 ELSE 0 END) < 65 THEN '18-64' ELSE '65+' END AS "age_band",
      "tested_and_2_more"."place",
      "tested_and_2_more"."tested" IS TRUE AS "tested",
      COALESCE("tested_and_2_more"."tests", 0) AS "tests"
    FROM "population"
      LEFT JOIN (SELECT "patient_id",
          "sex",
          CASE WHEN "date_of_birth" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date_of_birth" END AS "date_of_birth"
        FROM "patients") AS "t" ON "population"."patient_id" = "t"."patient_id"
      INNER JOIN "intervals" ON "population"."interval" = "intervals"."interval"
      LEFT JOIN "tested_and_2_more" ON "population"."patient_id" = "tested_and_2_more"."patient_id" AND "population"."interval" = "tested_and_2_more"."interval") AS "t0"
WHERE "t0"."patient_id" IS NOT NULL;

-- stage 7 of 7: sums by interval
-- study.ehrql:3 measures.tested numerator
-- study.ehrql:7 measures.tests numerator
CREATE TEMP TABLE "tested_and_tests_sums" AS
SELECT "interval",
  "sex",
  "age_band",
  "denominator",
  "tested",
  TRY_CAST("tests" AS BIGINT) AS "tests"
FROM (SELECT "interval",
      "sex",
      "age_band",
      COUNT(*) AS "denominator",
        COUNT(*) FILTER (WHERE "tested" IS TRUE) AS "tested",
      sum(COALESCE("tests", 0)) AS "tests"
    FROM "tested_and_4_more_values"
    GROUP BY "interval",
      "sex",
      "age_band") AS "t0";

-- result: tested
-- study.ehrql:3 measures.tested numerator
-- study.ehrql:4 measures.tested denominator
-- study.ehrql:5 measures.tested group sex
-- study.ehrql:6 measures.tested group age_band
SELECT "interval",
  "tested" AS "numerator",
  "denominator",
  "sex",
  "age_band"
FROM "tested_and_tests_sums"
ORDER BY "interval" NULLS FIRST,
  "sex" NULLS FIRST,
  "age_band" NULLS FIRST;

-- result: tests
-- study.ehrql:4 measures.tested denominator
-- study.ehrql:5 measures.tested group sex
-- study.ehrql:6 measures.tested group age_band
-- study.ehrql:7 measures.tests numerator
SELECT "interval",
  "tests" AS "numerator",
  "denominator",
  "sex",
  "age_band"
FROM "tested_and_tests_sums"
ORDER BY "interval" NULLS FIRST,
  "sex" NULLS FIRST,
  "age_band" NULLS FIRST;

-- result: tested_by_place
-- study.ehrql:3 measures.tested numerator
-- study.ehrql:4 measures.tested denominator
-- study.ehrql:13 measures.tested_by_place group place
SELECT "interval",
  "numerator",
  "denominator",
  "place"
FROM (SELECT *
    FROM (SELECT "interval",
          "place",
          COUNT(*) AS "denominator",
            COUNT(*) FILTER (WHERE "tested" IS TRUE) AS "numerator"
        FROM "tested_and_4_more_values"
        GROUP BY "interval",
          "place") AS "t0") AS "t1"
ORDER BY "interval" NULLS FIRST,
  "place" NULLS FIRST;

-- what was made is removed
DROP TABLE IF EXISTS temp."tested_and_tests_sums";
DROP TABLE IF EXISTS temp."tested_and_4_more_values";
DROP TABLE IF EXISTS temp."tested_and_2_more";
DROP TABLE IF EXISTS temp."tested_and_2_more_rows";
DROP TABLE IF EXISTS temp."population";
DROP TABLE IF EXISTS temp."candidates";
DROP TABLE IF EXISTS temp."denominator";
DROP TABLE IF EXISTS temp."intervals";
