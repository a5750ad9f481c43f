/** Spark within the process of a test. Owns the conversation with it; knows nothing of what is asked. */
package catchment.spec.spark;
