package org.entente.node.wallet.showing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.dcql.DcqlMatch;
import org.entente.protocols.dcql.DcqlMatching;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.dcql.Holding;
import org.entente.protocols.sdjwt.SdJwt;
import org.entente.protocols.sdjwt.SdJwtIssuance;
import org.entente.protocols.x509.Certificates;
import org.springframework.stereotype.Component;

/** Finds what a holder may show in answer to a request (DCQL; OID4VP 1.0 §6). */
@Component
class MatchRequest {
    private final Attestations attestations;

    MatchRequest(Attestations attestations) {
        this.attestations = attestations;
    }

    /**
     * An attestation with one of its copies, read.
     *
     * @param available whether a copy is left for the verifier
     */
    private record Kept(Attestation attestation, SdJwt credential, boolean available) {
        Holding holding() {
            Set<String> authorities = credential.issuerJwt().certificates().stream()
                    .flatMap(certificate -> authority(certificate).stream())
                    .collect(Collectors.toUnmodifiableSet());
            return new Holding(
                    attestation.id().toString(),
                    SdJwtIssuance.TYPE,
                    attestation.type(),
                    authorities,
                    credential.claims());
        }

        private static Optional<String> authority(X509Certificate certificate) {
            return Certificates.authorityKeyIdentifier(certificate);
        }
    }

    Match match(PersonId person, KnownRequest request, Instant now) {
        String verifier = request.verifier().id();
        List<Kept> kept = attestations.of(person).stream()
                .filter(attestation -> !attestation.isOver(now))
                .map(attestation -> new Kept(
                        attestation, attestations.read(attestation), attestations.hasCopyFor(attestation, verifier)))
                .toList();
        List<Holding> holdings = kept.stream().map(Kept::holding).toList();
        Set<String> available = kept.stream()
                .filter(Kept::available)
                .map(one -> one.attestation().id().toString())
                .collect(Collectors.toUnmodifiableSet());
        DcqlQuery query = request.object().query();
        return switch (DcqlMatching.match(query, holdings, available::contains)) {
            case DcqlMatch.Satisfied satisfied -> found(satisfied, kept, query);
            case DcqlMatch.Unsatisfied(List<String> missing) -> new Match.Lacking(types(query, missing));
        };
    }

    /** Who is asked for nothing but extras, and has none of them, lacks the first of each. */
    private static Match found(DcqlMatch.Satisfied satisfied, List<Kept> kept, DcqlQuery query) {
        if (satisfied.all().isEmpty()) {
            return new Match.Lacking(types(
                    query,
                    query.sets().stream()
                            .flatMap(set -> set.options().getFirst().stream())
                            .toList()));
        }
        return new Match.Found(
                questions(satisfied.choices(), kept, query),
                satisfied.extras().stream()
                        .map(extra -> new Match.Extra(extra.set(), questions(extra.choices(), kept, query)))
                        .toList());
    }

    private static List<Question> questions(List<DcqlMatch.Choice> choices, List<Kept> kept, DcqlQuery query) {
        return choices.stream().map(choice -> question(choice, kept, query)).toList();
    }

    private static Question question(DcqlMatch.Choice choice, List<Kept> kept, DcqlQuery query) {
        CredentialQuery asked = query.credential(choice.queryId()).orElseThrow();
        List<Question.Option> options = new ArrayList<>();
        for (DcqlMatch.Candidate candidate : choice.candidates()) {
            kept.stream()
                    .filter(one -> one.attestation().id().toString().equals(candidate.reference()))
                    .map(one -> option(asked, candidate, one))
                    .forEach(options::add);
        }
        return new Question(choice.queryId(), options);
    }

    private static Question.Option option(CredentialQuery query, DcqlMatch.Candidate candidate, Kept kept) {
        return new Question.Option(
                kept.attestation(),
                kept.credential(),
                candidate.disclose(),
                kept.credential().withOnly(candidate.disclose()).claims(),
                kept.available(),
                NamesToShow.among(query, candidate.disclose(), kept.credential()));
    }

    private static List<String> types(DcqlQuery query, List<String> names) {
        return query.credentials().stream()
                .filter(one -> names.contains(one.id()))
                .map(CredentialQuery::types)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
