package org.entente.node.agreements.compile;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.trust.Accreditation;
import org.entente.node.trust.MarkGrant;
import org.entente.protocols.federation.MetadataPolicy;
import org.springframework.stereotype.Component;

/** What this government vouches for because ententes say so, as they are held at that moment. */
@Component
class AgreedAccreditation implements Accreditation {
    private final Holdings holdings;

    AgreedAccreditation(Holdings holdings) {
        this.holdings = holdings;
    }

    @Override
    public List<MarkGrant> marks(Instant now) {
        return held(now).stream()
                .flatMap(entente -> CompileMarks.of(entente, now).stream())
                .toList();
    }

    @Override
    public MetadataPolicy policyFor(URI organisation, Instant now) {
        return CompilePolicy.of(held(now), organisation, now);
    }

    /** What is compiled says itself until when it counts, whenever its entente was confirmed last. */
    private Collection<HeldEntente> held(Instant now) {
        return holdings.all().stream()
                .filter(held -> held.chain().hasEntered())
                .map(held -> held.forRulings(now))
                .toList();
    }
}
