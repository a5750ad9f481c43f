package catchment.runtime.data;


/** A set of patients that holds millions in little space: an open table of numbers. */
final class PatientIds {
    private long[] slots = new long[1024];
    private boolean[] used = new boolean[1024];
    private int size;

    /** Adds one; false if it was there. */
    boolean add(long patientId) {
        int slot = slot(patientId);
        if (used[slot]) {
            return false;
        }
        slots[slot] = patientId;
        used[slot] = true;
        if (++size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    private int slot(long patientId) {
        long mixed = patientId * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (slots.length - 1);
        while (used[slot] && slots[slot] != patientId) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldSlots = slots;
        boolean[] oldUsed = used;
        slots = new long[oldSlots.length * 2];
        used = new boolean[oldSlots.length * 2];
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldUsed[i]) {
                int slot = slot(oldSlots[i]);
                slots[slot] = oldSlots[i];
                used[slot] = true;
            }
        }
    }
}
