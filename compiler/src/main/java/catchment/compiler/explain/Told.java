package catchment.compiler.explain;

import java.util.List;

/**
 * What a node is, in lines.
 *
 * @param line the first
 * @param below those that say what the first speaks of; may be none
 */
record Told(String line, List<String> below) {}
