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

    /** An attestation with one of its copies, read. */
    private record Kept(Attestation attestation, SdJwt credential) {
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
        List<Kept> kept = attestations.of(person).stream()
                .filter(attestation -> !attestation.isOver(now))
                .map(attestation -> new Kept(attestation, attestations.read(attestation)))
                .toList();
        List<Holding> holdings = kept.stream().map(Kept::holding).toList();
        return switch (DcqlMatching.match(request.object().query(), holdings)) {
            case DcqlMatch.Satisfied(List<DcqlMatch.Choice> choices) ->
                new Match.Found(choices.stream()
                        .map(choice -> question(choice, kept, request))
                        .toList());
            case DcqlMatch.Unsatisfied(List<String> missing) -> new Match.Lacking(types(request, missing));
        };
    }

    private Question question(DcqlMatch.Choice choice, List<Kept> kept, KnownRequest request) {
        CredentialQuery query = request.object().query().credentials().stream()
                .filter(one -> one.id().equals(choice.queryId()))
                .findFirst()
                .orElseThrow();
        List<Question.Option> options = new ArrayList<>();
        for (DcqlMatch.Candidate candidate : choice.candidates()) {
            kept.stream()
                    .filter(one -> one.attestation().id().toString().equals(candidate.reference()))
                    .map(one -> option(query, candidate, one, request))
                    .forEach(options::add);
        }
        return new Question(choice.queryId(), options);
    }

    private Question.Option option(
            CredentialQuery query, DcqlMatch.Candidate candidate, Kept kept, KnownRequest request) {
        return new Question.Option(
                kept.attestation(),
                kept.credential(),
                candidate.disclose(),
                kept.credential().withOnly(candidate.disclose()).claims(),
                attestations.hasCopyFor(kept.attestation(), request.verifier().id()),
                NamesToShow.among(query, candidate.disclose(), kept.credential()));
    }

    private static List<String> types(KnownRequest request, List<String> queries) {
        return request.object().query().credentials().stream()
                .filter(query -> queries.contains(query.id()))
                .map(CredentialQuery::types)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
