package org.entente.checks.bench;

import java.util.List;

/** What is measured: a kind of flow, and how one more worker begins. */
interface Load {
    /** The names of a flow's exchanges with the node, in order. */
    List<String> exchanges();

    /** How many credentials one flow brings forth or shows. */
    int credentials();

    /** What has to be there before the clock runs: offers for this many flows, for instance. */
    void prepare(int flows);

    /** A worker with connections of its own. */
    Flow worker();
}
