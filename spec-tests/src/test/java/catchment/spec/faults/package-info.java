/** What a run does when its database fails it: connections that are lost at every moment, processes that are killed, secrets in what is told. On PostgreSQL. */
package catchment.spec.faults;
