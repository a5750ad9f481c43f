/** The backends that are part of the program, over tables made from what is published of their databases. */
package catchment.spec.backend;
