package catchment.compiler.lint;

/**
 * The check digit at the end of an identifier of SNOMED CT and dm+d. Source: Verhoeff's method, over the dihedral group of the pentagon, as SNOMED International prescribes it
 * for identifiers.
 */
final class CheckDigit {
    private static final int[] FIRST_SHUFFLE = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    private CheckDigit() {}

    /** True if the last digit is the one that the others ask for. */
    static boolean fits(String digits) {
        int check = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            for (int shuffle = 0; shuffle < i % 8; shuffle++) {
                digit = FIRST_SHUFFLE[digit];
            }
            check = product(check, digit);
        }
        return check == 0;
    }

    /** Two symmetries of the pentagon, one after the other: 0 to 4 turn it, 5 to 9 turn it over. */
    private static int product(int one, int other) {
        if (one < 5) {
            return other < 5 ? (one + other) % 5 : 5 + (one + other - 5) % 5;
        }
        return other < 5 ? 5 + Math.floorMod(one - other, 5) : Math.floorMod(one - other, 5);
    }
}
