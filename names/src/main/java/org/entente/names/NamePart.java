package org.entente.names;

/** A part of a name, where the person says that it has parts. */
public record NamePart(Role role, NameText text) {
    /** What the part is; there need not be any of each, and there may be several. */
    public enum Role {
        /** The only part there is. */
        MONONYM,
        /** Given to the person. */
        GIVEN,
        /** Shared with the family. */
        FAMILY,
        /** Of the clan or the house. */
        CLAN,
        /** After a parent. */
        PATRONYM,
        /** None of these. */
        OTHER
    }
}
