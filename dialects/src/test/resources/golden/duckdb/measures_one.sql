-- 1 rows of data
CREATE TEMP TABLE "intervals" ("interval" BIGINT, "interval_start_date" DATE, "interval_end_date" DATE);

INSERT INTO "intervals" VALUES
  (0, DATE '2020-01-01', DATE '2020-01-31');

-- stage 1 of 3: who is in a denominator, and when
-- study.ehrql:4 measures.tested denominator
CREATE TEMP TABLE "population" AS
SELECT "patient_id",
  "interval"
FROM (SELECT "t"."patient_id",
      "intervals"."interval",
        (year("intervals"."interval_start_date") - year("t"."date_of_birth") - CASE WHEN month("intervals"."interval_start_date") * 100 + day("intervals"."interval_start_date") < month("t"."date_of_birth") * 100 + day("t"."date_of_birth") THEN 1 ELSE 0 END) >= 18 AS "is_in"
    FROM (SELECT "patient_id",
          CASE WHEN "date_of_birth" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date_of_birth" END AS "date_of_birth"
        FROM "patients") AS "t",
      "intervals") AS "t0"
WHERE "t0"."is_in";

-- stage 2 of 3: rows of events that can matter in an interval
-- study.ehrql:3 measures.tested numerator
CREATE TEMP TABLE "tested_rows" AS
SELECT "patient_id",
  "date"
FROM (SELECT "t"."patient_id",
          ("t"."code" IN ('60621009', '1000001')) AND "t"."date" >= DATE '2020-01-01' AND "t"."date" <= DATE '2020-01-31' AS "can_matter",
      "t"."date"
    FROM (SELECT "patient_id",
          CASE WHEN "date" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date" END AS "date",
          "code"
        FROM "events") AS "t"
      INNER JOIN "patients" ON "t"."patient_id" = "patients"."patient_id") AS "t0"
WHERE "t0"."can_matter";

-- stage 3 of 3: read from events
-- study.ehrql:3 measures.tested numerator
CREATE TEMP TABLE "tested" AS
SELECT *
FROM (SELECT "patient_id",
      "interval",
      bool_or(TRUE) AS "tested"
    FROM (SELECT "tested_rows"."patient_id",
          "population"."interval",
              "tested_rows"."date" >= "intervals"."interval_start_date" AND "tested_rows"."date" <= "intervals"."interval_end_date" AS "is_matched"
        FROM "tested_rows"
          INNER JOIN "population" ON "tested_rows"."patient_id" = "population"."patient_id"
          INNER JOIN "intervals" ON "population"."interval" = "intervals"."interval") AS "t"
    WHERE "t"."is_matched"
    GROUP BY "patient_id",
      "interval") AS "t2";

-- result: tested
-- study.ehrql:3 measures.tested numerator
-- study.ehrql:4 measures.tested denominator
SELECT "interval",
  "numerator",
  "denominator"
FROM (SELECT *
    FROM (SELECT "interval",
          COUNT(*) AS "denominator",
            COUNT(*) FILTER (WHERE "tested" IS TRUE) AS "numerator"
        FROM (SELECT "interval",
              "tested"
            FROM (SELECT "population"."patient_id",
                  "population"."interval",
                  "tested"."tested" IS TRUE AS "tested"
                FROM "population"
                  LEFT JOIN "tested" ON "population"."patient_id" = "tested"."patient_id" AND "population"."interval" = "tested"."interval") AS "t"
            WHERE "t"."patient_id" IS NOT NULL) AS "t1"
        GROUP BY "interval") AS "t3") AS "t4"
ORDER BY "interval" NULLS FIRST;

-- what was made is removed
DROP TABLE IF EXISTS temp."tested";
DROP TABLE IF EXISTS temp."tested_rows";
DROP TABLE IF EXISTS temp."population";
DROP TABLE IF EXISTS temp."intervals";
