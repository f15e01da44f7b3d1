package org.entente.node.kernel;

/** What an installation is for; decides which rooms it opens. */
public enum Role {
    /** A government: issues, relies, concludes ententes. */
    GOVERNMENT,
    /** The council's list of members: discovery, never authority over a member's keys. */
    DIRECTORY,
    /** The holder's agent: belongs to no government and shares no process, database or key with one. */
    WALLET
}
