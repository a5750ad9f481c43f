/** What is common to all rooms of the runtime: how a run tells of its progress, how it is stopped, and how it ends that cannot go on. */
package catchment.runtime;
