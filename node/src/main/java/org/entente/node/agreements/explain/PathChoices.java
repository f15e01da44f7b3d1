package org.entente.node.agreements.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.OrganisationRef;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Reach;
import org.entente.node.agreements.held.Held;
import org.entente.node.kernel.Text;
import org.entente.protocols.dcql.ClaimPath;

/**
 * What there is to choose from: all that the ententes name.
 *
 * @param ententes titles by name
 * @param issuers by address
 * @param verifiers by address
 * @param purposes names by identifier
 */
public record PathChoices(
        Map<String, Text> ententes,
        Set<String> types,
        Map<String, Text> issuers,
        Map<String, Text> verifiers,
        Map<String, Text> purposes,
        List<ClaimPath> claims) {
    /** What people may want to ask for beyond what a clause permits. */
    private static final List<ClaimPath> OTHERS = List.of(
            ClaimPath.of("name"),
            ClaimPath.of("given_name"),
            ClaimPath.of("family_name"),
            ClaimPath.of("birthdate"),
            ClaimPath.of("place_of_birth"),
            ClaimPath.of("address"));

    static PathChoices of(Collection<Held> ententes) {
        PathChoices choices = new PathChoices(
                new TreeMap<>(), new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        Map<String, ClaimPath> claims = new LinkedHashMap<>();
        OTHERS.forEach(claim -> claims.put(claim.toString(), claim));
        for (Held held : ententes) {
            choices.ententes.put(held.entente().name(), held.entente().title());
            List<Party> parties = held.chain().parties();
            parties.forEach(choices::addIssuers);
            held.entente().clauses(Clause.Recognise.class).forEach(clause -> {
                choices.types.add(clause.credentialType());
                clause.purposes().forEach(purpose -> choices.purposes.put(purpose.id(), purpose.name()));
                choices.addVerifiers(clause, parties);
                clause.maximumClaims().stream()
                        .sorted((one, other) -> one.toString().compareTo(other.toString()))
                        .forEach(claim -> claims.put(claim.toString(), claim));
            });
        }
        choices.claims.addAll(claims.values());
        return choices;
    }

    private void addIssuers(Party party) {
        for (Party.Issuer issuer : party.issuers()) {
            types.addAll(issuer.credentialTypes());
            issuers.put(
                    party.organisation(issuer.organisation()).toString(), organisation(party, issuer.organisation()));
        }
    }

    private void addVerifiers(Clause.Recognise clause, List<Party> parties) {
        for (Party party : parties) {
            if (clause.verifiers() instanceof Reach.Named(Set<OrganisationRef> named)) {
                named.stream()
                        .filter(organisation -> organisation.party().equals(party.key()))
                        .forEach(organisation -> verifiers.put(
                                party.organisation(organisation.organisation()).toString(),
                                organisation(party, organisation.organisation())));
            } else {
                verifiers.put(party.entity().toString(), party.name());
            }
        }
    }

    private static Text organisation(Party party, String id) {
        return new Text(party.name().fr() + "\u00a0: " + id, party.name().en() + ": " + id);
    }
}
