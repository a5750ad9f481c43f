-- The part of OMOP's common data model that omop.ehrql reads: run in the folder that holds the records.
CREATE TABLE person (person_id BIGINT NOT NULL, gender_concept_id INTEGER NOT NULL, year_of_birth INTEGER NOT NULL, month_of_birth INTEGER, care_site_id BIGINT NOT NULL);
CREATE TABLE death (person_id BIGINT NOT NULL, death_date DATE NOT NULL, cause_concept_id INTEGER);
CREATE TABLE observation_period (person_id BIGINT NOT NULL, observation_period_start_date DATE NOT NULL, observation_period_end_date DATE NOT NULL);
CREATE TABLE visit_occurrence (person_id BIGINT NOT NULL, visit_concept_id INTEGER NOT NULL, visit_start_date DATE NOT NULL, visit_end_date DATE NOT NULL);
CREATE TABLE condition_occurrence (person_id BIGINT NOT NULL, condition_concept_id INTEGER NOT NULL, condition_start_date DATE NOT NULL);
CREATE TABLE measurement (person_id BIGINT NOT NULL, measurement_concept_id INTEGER NOT NULL, measurement_date DATE NOT NULL, value_as_number DOUBLE);
CREATE TABLE drug_exposure (person_id BIGINT NOT NULL, drug_concept_id INTEGER NOT NULL, drug_exposure_start_date DATE NOT NULL);
CREATE TABLE concept (concept_id INTEGER NOT NULL, vocabulary_id VARCHAR NOT NULL, concept_code VARCHAR NOT NULL);
CREATE TABLE opt_out (person_id BIGINT NOT NULL);
COPY person FROM 'records/person.csv';
COPY death FROM 'records/death.csv';
COPY observation_period FROM 'records/observation_period.csv';
COPY visit_occurrence FROM 'records/visit_occurrence.csv';
COPY condition_occurrence FROM 'records/condition_occurrence.csv';
COPY measurement FROM 'records/measurement.csv';
COPY drug_exposure FROM 'records/drug_exposure.csv';
COPY concept FROM 'records/concept.csv';
COPY opt_out FROM 'records/opt_out.csv';
