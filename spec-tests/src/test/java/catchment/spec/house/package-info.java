/**
 * What holds of the repository as a whole: who may know whom, and that nothing is left undocumented.
 */
package catchment.spec.house;
