/** A dialect of a stranger. Owns what is different from the one that it is related to; knows no definition. */
package example.toy;
