/** Tests of how the specification is written. */
package catchment.spec.cases;
