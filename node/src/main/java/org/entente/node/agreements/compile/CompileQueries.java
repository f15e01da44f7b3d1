package org.entente.node.agreements.compile;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.node.agreements.RecognisedIssuers;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.dcql.TrustedAuthority;

/**
 * The most that a verifier may ask under each clause, as a query that names whose credentials serve. What it really asks is
 * such a query or less.
 */
final class CompileQueries {
    private CompileQueries() {}

    /** @param verifier a party's organisation */
    static List<DcqlQuery> of(HeldEntente held, URI verifier, Instant now) {
        List<DcqlQuery> queries = new ArrayList<>();
        held.state()
                .owner(verifier)
                .ifPresent(member -> held.state()
                        .entente()
                        .clauses(Clause.Recognise.class)
                        .filter(clause -> held.state().entente().counts(clause, now))
                        .map(clause -> new ClauseReach(held, clause, now))
                        .filter(reach -> reach.isVerifier(member.party(), verifier))
                        .forEach(reach -> {
                            List<TrustedAuthority> authorities =
                                    RecognisedIssuers.authorities(reach.issuersFor(verifier));
                            if (!authorities.isEmpty()) {
                                queries.add(query(held.state().entente(), reach.clause(), authorities));
                            }
                        }));
        return queries;
    }

    private static DcqlQuery query(Entente entente, Clause.Recognise clause, List<TrustedAuthority> authorities) {
        List<ClaimPath> claims = clause.maximumClaims().stream()
                .sorted(Comparator.comparing(ClaimPath::toString))
                .toList();
        String name = entente.name() + "-" + clause.number().replaceAll("[^A-Za-z0-9]", "_");
        String id = name.length() <= 64 ? name : name.substring(name.length() - 64);
        return DcqlQuery.of(CredentialQuery.of(id, clause.format(), clause.credentialType(), authorities, claims));
    }
}
