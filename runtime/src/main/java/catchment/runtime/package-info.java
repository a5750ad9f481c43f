/** What is common to all rooms of the runtime: how a long run tells of its progress. */
package catchment.runtime;
