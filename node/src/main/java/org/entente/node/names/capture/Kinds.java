package org.entente.node.names.capture;

import java.util.List;
import org.entente.names.Name;

/** The kinds of names that a person may record. A former name becomes one by no longer being borne. */
final class Kinds {
    static final List<Name.Kind> OFFERED = List.of(
            Name.Kind.USED,
            Name.Kind.LEGAL,
            Name.Kind.REGISTERED,
            Name.Kind.RECLAIMED,
            Name.Kind.TRADITIONAL,
            Name.Kind.CEREMONIAL);

    private Kinds() {}
}
