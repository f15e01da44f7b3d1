package org.entente.node.agreements.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.AskedShapes;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.web.FormErrors;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;

/** Tries changes on a text: one that this node holds, in force or on the table, or one that is being written. */
@Component
public class SimulateEntente {
    private final Holdings holdings;
    private final List<AskedShapes> asked;

    SimulateEntente(Holdings holdings, List<AskedShapes> asked) {
        this.holdings = holdings;
        this.asked = List.copyOf(asked);
    }

    /** An entente that this node holds; with {@code table}, the text on its table. */
    Optional<Subject> find(String name, boolean table) {
        return holdings.find(name).map(held -> Subject.of(held, table));
    }

    /**
     * Tries.
     *
     * @throws ProtocolError {@code invalid_entente} when the changes leave no valid document, {@code not_open} when the
     *     government that joins may not
     */
    public Simulation simulate(Subject subject, WhatIf whatIf, Instant now) {
        return Simulation.of(
                subject.now(),
                subject.text(),
                whatIf.changes(),
                asked.stream().flatMap(room -> room.shapes().stream()).toList(),
                whatIf.at(now));
    }

    private static FormErrors wrong(String code) {
        return switch (code) {
            case Scenario.NOT_OPEN -> FormErrors.of("kind", "agreements.what-if.error.not-open");
            case Scenario.ALREADY -> FormErrors.of("joins", "agreements.what-if.error.already");
            default -> FormErrors.of("drops", "agreements.what-if.error.nothing-left");
        };
    }

    /** What a page shows: the outcome, if anything is otherwise, or what of the form cannot be tried. */
    public WhatIfView tried(Subject subject, WhatIf whatIf, Instant now) {
        FormErrors errors = whatIf.errors();
        if (!errors.isEmpty() || whatIf.changesNothing() && !subject.differs()) {
            return WhatIfView.of(subject, whatIf, errors, List.of());
        }
        try {
            return WhatIfView.of(subject, whatIf, errors, List.of(simulate(subject, whatIf, now)));
        } catch (ProtocolError e) {
            return WhatIfView.of(subject, whatIf, wrong(e.code()), List.of());
        }
    }
}
