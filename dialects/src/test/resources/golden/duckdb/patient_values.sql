-- stage 1 of 1: the population
-- study.ehrql:2 population
CREATE TEMP TABLE "population" AS
SELECT "patient_id"
FROM (SELECT "patient_id",
        (year(DATE '2020-03-31') - year("date_of_birth") - CASE WHEN month(DATE '2020-03-31') * 100 + day(DATE '2020-03-31') < month("date_of_birth") * 100 + day("date_of_birth") THEN 1 ELSE 0 END) >= 18 AS "is_in"
    FROM (SELECT "patient_id",
          CASE WHEN "date_of_birth" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date_of_birth" END AS "date_of_birth"
        FROM "patients") AS "t") AS "t0"
WHERE "is_in";

-- result: dataset
-- study.ehrql:2 population
-- study.ehrql:3 dataset.age
-- study.ehrql:4 dataset.sex
-- study.ehrql:5 dataset.age_band
-- study.ehrql:6 dataset.next_score
-- study.ehrql:7 dataset.coming_of_age
SELECT "population"."patient_id",
  (year(DATE '2020-03-31') - year("t"."date_of_birth") - CASE WHEN month(DATE '2020-03-31') * 100 + day(DATE '2020-03-31') < month("t"."date_of_birth") * 100 + day("t"."date_of_birth") THEN 1 ELSE 0 END) AS "age",
  "t"."sex",
    CASE WHEN (year(DATE '2020-03-31') - year("t"."date_of_birth") - CASE WHEN month(DATE '2020-03-31') * 100 + day(DATE '2020-03-31') < month("t"."date_of_birth") * 100 + day("t"."date_of_birth") THEN 1 ELSE 0 END) < 65 THEN '18-64' ELSE '65+' END AS "age_band",
  TRY_CAST(CAST("t"."score" AS HUGEINT) + 1 AS BIGINT) AS "next_score",
    CASE WHEN "t"."date_of_birth" <= DATE '9981-12-31' THEN (CAST(date_trunc('month', "t"."date_of_birth") + to_years(TRY_CAST(18 AS INTEGER)) AS DATE) + CAST(day("t"."date_of_birth") - 1 AS INTEGER)) ELSE NULL END AS "coming_of_age"
FROM "population"
  LEFT JOIN (SELECT "patient_id",
      CASE WHEN "date_of_birth" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "date_of_birth" END AS "date_of_birth",
      "sex",
      "score"
    FROM "patients") AS "t" ON "population"."patient_id" = "t"."patient_id"
ORDER BY "population"."patient_id" NULLS FIRST;

-- what was made is removed
DROP TABLE IF EXISTS temp."population";
