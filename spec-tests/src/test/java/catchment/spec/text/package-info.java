/** Text of every kind, on its way through definitions, codelists and engines. */
package catchment.spec.text;
