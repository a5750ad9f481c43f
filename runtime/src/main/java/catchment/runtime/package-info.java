/** What is common to all rooms of the runtime: how a run is stopped, and how it ends that cannot go on. */
package catchment.runtime;
