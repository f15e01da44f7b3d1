package org.entente.node.agreements.compile;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.entente.node.agreements.RecognisedIssuers;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Purpose;
import org.entente.node.agreements.document.Reach;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an entente lets verifiers accept at a moment, in the vocabulary of ODRL 2.2 and the profile of ententes. */
final class CompileOdrl {
    private CompileOdrl() {}

    static OdrlAgreement of(HeldEntente held, Instant now) {
        Entente entente = held.state().entente();
        ObjectNode json = Json.newObject();
        ArrayNode context = json.putArray("@context").add("http://www.w3.org/ns/odrl.jsonld");
        context.addObject().put("entente", "urn:entente:odrl:1:").put("document", "entente:document");
        json.put("@type", "Agreement")
                .put("uid", entente.id().toString())
                .put("profile", OdrlAgreement.PROFILE)
                .put("document", entente.hash());
        ArrayNode permissions = json.putArray("permission");
        entente.clauses(Clause.Recognise.class)
                .filter(clause -> entente.counts(clause, now))
                .forEach(clause -> held.state()
                        .boundAt(now)
                        .forEach(verifier -> permission(permissions, held, clause, verifier.party(), now)));
        ArrayNode prohibitions = json.putArray("prohibition");
        entente.clauses(Clause.NoPersonalInformation.class).forEach(clause -> {
            ObjectNode prohibition = prohibitions.addObject().put("uid", uid(entente, clause, ""));
            prohibition.put("target", "entente:personalInformation");
            addresses(
                    prohibition.putArray("assignee"),
                    held.state().boundAt(now).stream()
                            .map(Member::party)
                            .map(Party::entity)
                            .toList());
            prohibition.put("action", "distribute");
        });
        return new OdrlAgreement(json);
    }

    /** One permission for each party that accepts under the clause: what others' it accepts differs from party to party. */
    private static void permission(
            ArrayNode permissions, HeldEntente held, Clause.Recognise clause, Party verifier, Instant now) {
        Set<URI> assignees = assignees(clause.verifiers(), verifier);
        Set<URI> issuers = new TreeSet<>();
        ClauseReach reach = new ClauseReach(held, clause, now);
        assignees.forEach(assignee -> reach.issuersFor(assignee).stream()
                .map(RecognisedIssuers::issuers)
                .forEach(issuers::addAll));
        if (issuers.isEmpty()) {
            return;
        }
        ObjectNode permission = permissions
                .addObject()
                .put("uid", uid(held.state().entente(), clause, "-" + verifier.key()))
                .put("target", clause.credentialType());
        addresses(permission.putArray("assigner"), issuers);
        addresses(permission.putArray("assignee"), assignees);
        permission.put("action", "entente:accept");
        constraints(permission.putArray("constraint"), clause);
        ObjectNode duty = permission.putArray("duty").addObject().put("action", "delete");
        constraint(duty.putArray("constraint"), "delayPeriod", "lteq")
                .put("rightOperand", "P" + clause.retention().toDays() + "D");
    }

    /** A claim's path is JSON text: as an array within an array it would be flattened by whoever expands JSON-LD. */
    private static void constraints(ArrayNode constraints, Clause.Recognise clause) {
        ArrayNode purposes = constraint(constraints, "purpose", "isAnyOf").putArray("rightOperand");
        clause.purposes().stream().map(Purpose::id).sorted().distinct().forEach(purposes::add);
        ArrayNode claims = constraint(constraints, "entente:claims", "isPartOf").putArray("rightOperand");
        clause.maximumClaims().stream()
                .sorted(Comparator.comparing(ClaimPath::toString))
                .forEach(claim -> claims.add(Json.write(claim.toJson())));
        constraint(constraints, "entente:assuranceLevel", "gteq").put("rightOperand", clause.assuranceLevel());
        constraint(constraints, "entente:statusAgeSeconds", "lteq")
                .put("rightOperand", clause.statusFreshness().toSeconds());
    }

    private static Set<URI> assignees(Reach verifiers, Party party) {
        Set<URI> assignees = new TreeSet<>();
        switch (verifiers) {
            case Reach.AllParties() -> assignees.add(party.entity());
            case Reach.OtherParties() -> assignees.add(party.entity());
            case Reach.Named named ->
                named.organisations().stream()
                        .filter(organisation -> organisation.party().equals(party.key()))
                        .forEach(organisation -> assignees.add(party.organisation(organisation.organisation())));
        }
        return assignees;
    }

    private static ObjectNode constraint(ArrayNode constraints, String left, String operator) {
        return constraints.addObject().put("leftOperand", left).put("operator", operator);
    }

    private static String uid(Entente entente, Clause clause, String suffix) {
        return entente.id() + "#" + clause.number() + suffix;
    }

    private static void addresses(ArrayNode array, Collection<URI> addresses) {
        addresses.forEach(address -> array.add(address.toString()));
    }
}
