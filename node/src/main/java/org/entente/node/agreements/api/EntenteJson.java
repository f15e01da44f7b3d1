package org.entente.node.agreements.api;

import java.time.Instant;
import java.util.Locale;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Asked;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Standing;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Suspension;
import org.entente.node.agreements.life.Target;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Text;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes ententes as the API shows them. */
@Component
class EntenteJson {
    private final NodeIdentity node;

    EntenteJson(NodeIdentity node) {
        this.node = node;
    }

    /** In a list. */
    ObjectNode summary(Held held, Instant now) {
        Entente entente = held.entente();
        ObjectNode json = Json.newObject()
                .put("name", entente.name())
                .put("url", entente.id().toString())
                .put("version", entente.version())
                .put("document_hash", entente.hash());
        json.set("title", text(entente.title()));
        return json.put("state", held.phase(node.jurisdiction().code(), now).code())
                .put("number", held.chain().number())
                .put("head", held.chain().head())
                .put("in_step", held.inStep())
                .put("pace", held.pace().code());
    }

    /** With everything but the text. */
    ObjectNode whole(Held held, Instant now) {
        ObjectNode json = summary(held, now);
        json.put("depositary", held.chain().depositary().key());
        ArrayNode parties = json.putArray("parties");
        held.chain().parties().forEach(party -> parties.add(party(held, party)));
        StepsJson.write(held, json);
        ArrayNode suspensions = json.putArray("suspensions");
        held.state().suspensions().values().forEach(suspension -> suspensions.add(suspension(suspension)));
        ArrayNode asked = json.putArray("asked");
        Asked.all(held).forEach(one -> asked.add(asked(held, one)));
        ArrayNode accessions = json.putArray("accessions");
        held.accessions().forEach(act -> accessions.add(accession(held, act)));
        held.talks().ifPresent(talks -> json.set("talks", TalksJson.write(talks, now)));
        return json.put("pending", held.pending().size());
    }

    private static ObjectNode party(Held held, Party party) {
        ObjectNode json = Json.newObject()
                .put("key", party.key())
                .put("entity", party.entity().toString());
        json.set("name", text(party.name()));
        json.put("signed", held.signatures().has(party.key()));
        held.chain().member(party.key()).ifPresent(member -> {
            membership(json, member);
            json.put("confirmed", held.confirmed().contains(party.key()));
            json.put("contradicted", held.contradicted().contains(party.key()));
        });
        Standing standing = held.standings().get(party.key());
        if (standing != null) {
            json.putObject("standing")
                    .put("number", standing.number())
                    .put("head", standing.head())
                    .put("agrees", held.agreesWith(standing));
        }
        return json;
    }

    private static void membership(ObjectNode json, Member member) {
        json.put("since", member.since().toString());
        if (member.isLeaving()) {
            json.put("until", member.until().toString());
        }
    }

    private static ObjectNode suspension(Suspension suspension) {
        ObjectNode json = target(Json.newObject().put("id", suspension.id()), suspension)
                .put("since", suspension.since().toString())
                .put("ordered", suspension.ordered());
        ArrayNode by = json.putArray("by");
        suspension.by().stream().sorted().forEach(by::add);
        return json;
    }

    /** What parties ask for together, with what another says to join it. */
    private static ObjectNode asked(Held held, Asked asked) {
        ObjectNode json = Json.newObject().put("act", asked.act()).put("kind", kind(asked));
        if (asked.what() instanceof Act.Lift(String suspension)) {
            json.put("suspension", suspension);
        }
        target(json, asked.suspension(held))
                .put("since", asked.since().toString())
                .put("needed", asked.needed());
        ArrayNode by = json.putArray("by");
        asked.by().forEach(by::add);
        return json;
    }

    private static String kind(Asked asked) {
        return asked.what() instanceof Act.Lift ? "lift" : "suspend";
    }

    private static ObjectNode target(ObjectNode json, Suspension suspension) {
        Target target = suspension.target();
        json.put("party", target.party())
                .put("direction", target.direction().name().toLowerCase(Locale.ROOT))
                .put("cause", suspension.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        ArrayNode issuers = json.putArray("issuers");
        target.issuers().forEach(issuer -> issuers.add(issuer.toString()));
        ArrayNode types = json.putArray("credential_types");
        target.credentialTypes().forEach(types::add);
        return json;
    }

    private static ObjectNode accession(Held held, SignedAct accession) {
        ObjectNode json = Json.newObject().put("party", accession.party()).put("instrument", accession.hash());
        ArrayNode approvals = json.putArray("approved_by");
        Act approval = new Act.Approve(accession.hash());
        held.pending().stream()
                .filter(act -> act.act().equals(approval))
                .map(SignedAct::party)
                .distinct()
                .forEach(approvals::add);
        return json;
    }

    private static ObjectNode text(Text text) {
        return Json.newObject().put("fr", text.fr()).put("en", text.en());
    }
}
