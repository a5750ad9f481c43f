/** Tests that the language reference in {@code docs} is what the specification says, and that it leaves nothing out. */
package catchment.spec.reference;
