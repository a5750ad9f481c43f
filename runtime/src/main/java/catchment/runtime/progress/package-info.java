/**
 * How long work tells how far it is.
 *
 * <p>Knows nothing of how that is shown, nor of what is done.
 */
package catchment.runtime.progress;
