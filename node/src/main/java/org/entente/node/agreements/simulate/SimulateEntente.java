package org.entente.node.agreements.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.AskedShapes;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Talks;
import org.entente.node.agreements.ruling.GoldenCases;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;

/** Tries changes on an entente that this node holds, in force or on the table. */
@Component
class SimulateEntente {
    private final Holdings holdings;
    private final List<AskedShapes> asked;

    SimulateEntente(Holdings holdings, List<AskedShapes> asked) {
        this.holdings = holdings;
        this.asked = List.copyOf(asked);
    }

    Optional<Held> find(String name) {
        return holdings.find(name);
    }

    /**
     * Tries.
     *
     * @throws ProtocolError {@code invalid_entente} when the changes leave no valid document
     */
    Simulation simulate(Held held, WhatIf whatIf, Instant now) {
        Entente text = whatIf.table() ? held.talks().map(Talks::text).orElse(held.entente()) : held.entente();
        return Simulation.of(
                held.chain().hasEntered() ? held.state() : GoldenCases.asSigned(held.entente()),
                text,
                whatIf.changes(),
                asked.stream().flatMap(room -> room.shapes().stream()).toList(),
                whatIf.at(now));
    }
}
