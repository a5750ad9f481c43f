/**
 * A definition as JSON text: every node once, in the layout of ehrQL's own serialised definitions, so that graphs can be compared.
 *
 * <p>Knows the query model and what a definition comes to; reads neither language nor places.
 */
package catchment.compiler.serialize;
