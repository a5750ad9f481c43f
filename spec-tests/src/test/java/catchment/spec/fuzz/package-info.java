/**
 * Hostile input: any text at all, as a definition, is answered with findings, in bounded time and memory.
 *
 * <p>{@link catchment.spec.fuzz.FrontEndFuzz} is what Jazzer calls; its seeds and its words lie in {@code src/fuzz}, and {@code SeedsTest} runs them as ordinary tests.
 * What the fuzzer finds becomes a seed, once it is mended. Knows the compiler's facade and nothing behind it.
 */
package catchment.spec.fuzz;
