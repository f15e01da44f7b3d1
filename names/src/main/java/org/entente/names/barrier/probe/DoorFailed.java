package org.entente.names.barrier.probe;

import org.entente.names.barrier.Wording;

/** The door does not work as it was described; nothing was learned about names. */
public final class DoorFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Wording wording;

    public DoorFailed(Wording wording) {
        super(wording.en());
        this.wording = wording;
    }

    /** Why, in both languages. */
    public Wording wording() {
        return wording;
    }
}
