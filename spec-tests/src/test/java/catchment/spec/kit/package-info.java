/** The specification on the engines of the house. */
package catchment.spec.kit;
