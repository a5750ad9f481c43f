/** A Trino server for tests, in a process of its own. Owns how it starts and ends; knows nothing of what is asked of it. */
package catchment.spec.trinoserver;
