package org.entente.node.agreements.compile;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.node.agreements.RecognisedIssuers;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Reach;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.agreements.ruling.Rulings;
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
        held.state().owner(verifier).ifPresent(member -> held.state()
                .entente()
                .clauses(Clause.Recognise.class)
                .filter(clause -> reaches(clause.verifiers(), member.party(), verifier))
                .filter(clause -> held.state().entente().isFresh(clause))
                .forEach(clause -> {
                    List<TrustedAuthority> authorities = RecognisedIssuers.authorities(
                            Rulings.recognised(verifier, clause.credentialType(), List.of(held), now));
                    if (!authorities.isEmpty()) {
                        queries.add(query(held.state().entente(), clause, authorities));
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
        return DcqlQuery.of(
                CredentialQuery.of(id, clause.format(), clause.credentialType(), authorities, claims));
    }

    private static boolean reaches(Reach verifiers, Party party, URI verifier) {
        return switch (verifiers) {
            case Reach.AllParties() -> true;
            case Reach.OtherParties() -> true;
            case Reach.Named named ->
                named.organisations().stream()
                        .anyMatch(organisation -> organisation.party().equals(party.key())
                                && party.organisation(organisation.organisation())
                                        .equals(verifier));
        };
    }
}
