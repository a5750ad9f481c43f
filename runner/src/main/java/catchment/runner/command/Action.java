package catchment.runner.command;

import catchment.runtime.RunException;

/** What a command does once its line has been read. */
interface Action {
    /**
     * Does it, and shows what there is to say.
     *
     * @throws RunException if it cannot go on
     */
    void run() throws RunException;
}
