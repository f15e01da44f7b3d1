package org.entente.node.agreements.document;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Text;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;

/**
 * A government bound by an entente, its own trust anchor: its keys are pinned here.
 *
 * @param key the jurisdiction's code, by which clauses name the party
 * @param entity the entity identifier of its node (OpenID Federation 1.0 §1.2)
 * @param depositary whether it orders the entente's transitions
 * @param keys its federation keys
 * @param credentialAuthority the certificate under which its organisations sign credentials
 * @param issuers those of its organisations that issue, and what
 * @param approval its own way to approve, in order
 */
public record Party(
        String key,
        URI entity,
        Text name,
        Jurisdiction.Kind kind,
        boolean depositary,
        Jwks keys,
        X509Certificate credentialAuthority,
        List<Issuer> issuers,
        List<Approval> approval) {
    /** The form of a party's key. */
    public static final String KEY = "[A-Z0-9-]{2,32}";

    /** An organisation that issues credentials of these types. */
    public record Issuer(String organisation, Set<String> credentialTypes) {
        public Issuer {
            credentialTypes = Set.copyOf(credentialTypes);
        }
    }

    /**
     * One step of a party's approval and the office that takes it.
     *
     * @param byAnother whether it is for an officer who has taken none of the steps before
     */
    public record Approval(Text step, Text office, boolean byAnother) {}

    public Party {
        issuers = List.copyOf(issuers);
        approval = List.copyOf(approval);
    }

    /** The address of one of the party's organisations. */
    public URI organisation(String id) {
        return URI.create(entity + "/o/" + id);
    }

    /** Whether the address is the party's own or that of an organisation on its node. */
    public boolean owns(URI address) {
        String text = address.toString();
        String organisations = entity + "/o/";
        return address.equals(entity)
                || (text.startsWith(organisations)
                        && text.substring(organisations.length()).matches("[a-z0-9][a-z0-9-]{0,62}"));
    }

    /** Whether the party names this address as issuer of the type. */
    public boolean issues(URI issuer, String credentialType) {
        return issuers.stream()
                .anyMatch(named -> organisation(named.organisation()).equals(issuer)
                        && named.credentialTypes().contains(credentialType));
    }

    /** The same party under other federation keys. */
    public Party withKeys(Jwks other) {
        return new Party(key, entity, name, kind, depositary, other, credentialAuthority, issuers, approval);
    }

    /** The same party with another way to approve. */
    public Party approvingBy(List<Approval> path) {
        return new Party(key, entity, name, kind, depositary, keys, credentialAuthority, issuers, path);
    }

    /** The same party, as the one that orders transitions or as one that does not. */
    public Party entrusted(boolean orders) {
        return new Party(key, entity, name, kind, orders, keys, credentialAuthority, issuers, approval);
    }

    /** Whether one of the party's pinned keys signed, under its own name. */
    public boolean signed(CompactJws jws) {
        return keys.keys().stream().anyMatch(jws::isSignedAs);
    }
}
