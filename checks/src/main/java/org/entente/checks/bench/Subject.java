package org.entente.checks.bench;

import java.util.Optional;

/** What is put under load. */
interface Subject {
    /** What its process has used so far and holds now; empty where it cannot be seen from here. */
    Optional<ProcessFigures> figures();

    /** The same of its database. */
    Optional<ProcessFigures> database();

    /** How durable its answers are, in words for the table. */
    String durability();
}
