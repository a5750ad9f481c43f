/** A backend of a stranger. Owns the text that says how its database lays out the tables; knows no definition. */
package example.toy;
