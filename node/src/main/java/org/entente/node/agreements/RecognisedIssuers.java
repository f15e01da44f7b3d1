package org.entente.node.agreements;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entente.protocols.dcql.TrustedAuthority;

/**
 * Whose credentials of a type a verifier may accept, for one party.
 *
 * @param party the party's entity identifier
 * @param authority the certificate pinned for the party, under which its organisations sign credentials
 * @param keyIdentifier the authority's subject key identifier, base64url: a value of {@code aki} (OpenID4VP 1.0 §6.1.1.1)
 * @param issuers the organisations that the party names for the type
 */
public record RecognisedIssuers(URI party, X509Certificate authority, String keyIdentifier, Set<URI> issuers) {
    public RecognisedIssuers {
        issuers = Set.copyOf(issuers);
    }

    /** Without the organisations that are not meant. */
    public RecognisedIssuers only(Predicate<URI> which) {
        return new RecognisedIssuers(
                party, authority, keyIdentifier, issuers.stream().filter(which).collect(Collectors.toSet()));
    }

    /** What a presentation request says of whose credentials serve (OpenID4VP 1.0 §6.1.1); nothing where nobody's do. */
    public static List<TrustedAuthority> authorities(List<RecognisedIssuers> recognised) {
        List<String> keyIdentifiers = recognised.stream()
                .map(RecognisedIssuers::keyIdentifier)
                .distinct()
                .sorted()
                .toList();
        return keyIdentifiers.isEmpty() ? List.of() : List.of(TrustedAuthority.ofKeyIdentifiers(keyIdentifiers));
    }
}
