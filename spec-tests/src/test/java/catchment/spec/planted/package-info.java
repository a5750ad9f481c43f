/**
 * The tester is tested: faults are planted in a copy of what a definition goes through, and the specification or the generator must catch each.
 *
 * <p>Owns the faults and the search for who catches them. Nothing is changed in the house itself: a definition is rewritten before it is planned, or the plan
 * before it is written, or an operator's text is another.
 */
package catchment.spec.planted;
