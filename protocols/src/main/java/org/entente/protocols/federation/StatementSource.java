package org.entente.protocols.federation;

import java.net.URI;

/** Where a {@link ChainSearch} looks statements up: copies, or the network. */
public interface StatementSource {
    /** An entity's configuration (OpenID Federation 1.0 §9). */
    Lookup configuration(URI entity);

    /** What a superior says of a subordinate (§8.1). */
    Lookup about(EntityStatement superior, URI subject);

    /** What is there. */
    sealed interface Lookup {}

    /** A statement. */
    record Known(EntityStatement statement) implements Lookup {}

    /** Nothing. */
    record Missing() implements Lookup {}

    /** Something that is no entity statement. */
    record Malformed() implements Lookup {}
}
