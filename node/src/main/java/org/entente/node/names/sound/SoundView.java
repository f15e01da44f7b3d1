package org.entente.node.names.sound;

import org.entente.node.names.file.RecordedName;
import org.entente.node.web.FormErrors;

/** The form for a recording of how a name is said. */
public record SoundView(RecordedName recorded, FormErrors errors) {
    /** The largest recording, in megabytes. */
    public static final int MAX_MEGABYTES = 1;

    /** Never the name. */
    @Override
    public String toString() {
        return "SoundView[" + recorded.id() + "]";
    }
}
