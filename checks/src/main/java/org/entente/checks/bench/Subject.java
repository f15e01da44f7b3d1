package org.entente.checks.bench;

/** What is put under load. */
interface Subject {
    /** What its process has used so far and holds now; nothing where it cannot be seen from here. */
    ProcessFigures figures();

    /** The same of its database. */
    ProcessFigures database();

    /** How durable its answers are, in words for the table. */
    String durability();
}
