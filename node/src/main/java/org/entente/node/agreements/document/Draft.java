package org.entente.node.agreements.document;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.entente.node.kernel.Text;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people write: a name, titles, numbered paragraphs, the parties' addresses, and clauses without hashes. The rest of
 * the document follows from it and from what the parties publish of themselves.
 */
public final class Draft {
    private static final String SCHEMA = "urn:entente:document:1";
    private static final int DEFAULT_QUORUM = 2;

    private Draft() {}

    /**
     * The entity identifiers of the parties of a draft.
     *
     * @throws ProtocolError {@code invalid_entente} when a party has none
     */
    public static List<URI> entities(ObjectNode draft) {
        return draft.path("parties")
                .valueStream()
                .map(party -> Members.address(party.path("entity").asString("")))
                .toList();
    }

    /**
     * Writes the document: adds its address and version, the parties' keys, names and kinds, and to each clause the hashes
     * of its paragraph; the proposer becomes the depositary, and a clause without a number takes its paragraph's.
     *
     * @param facts about each of {@link #entities}
     * @throws ProtocolError {@code invalid_entente} when the result is no valid document
     */
    public static Entente complete(ObjectNode draft, URI proposer, Map<URI, PartyFacts> facts) {
        ObjectNode document = draft.deepCopy();
        String name = document.path("name").asString("");
        document.remove("name");
        document.put("schema", SCHEMA).put("id", proposer + "/ententes/" + name).put("version", 1);
        return finish(document, proposer, facts);
    }

    /**
     * Writes another text of an entente: in answer to one that is on the table, or the next version of the one in force.
     *
     * @param before the text that it answers or replaces
     * @param version the version that is talked about
     * @param parties as they are stated where the draft has no parties
     * @param facts about each of them
     * @throws ProtocolError {@code invalid_entente} when the result is no valid document
     */
    public static Entente revise(
            ObjectNode draft, Entente before, int version, Collection<Party> parties, Map<URI, PartyFacts> facts) {
        ObjectNode document = draft.deepCopy();
        document.remove("name");
        document.put("schema", SCHEMA).put("id", before.id().toString()).put("version", version);
        document.remove("supersedes");
        if (version > before.version()) {
            document.put("supersedes", before.hash());
        } else {
            before.supersedes().ifPresent(hash -> document.put("supersedes", hash));
        }
        if (!document.has("parties")) {
            ArrayNode array = document.putArray("parties");
            parties.forEach(party -> array.add(statement(party)));
        }
        URI depositary = parties.stream()
                .filter(Party::depositary)
                .findFirst()
                .orElseGet(before::depositary)
                .entity();
        return finish(document, depositary, facts);
    }

    private static Entente finish(ObjectNode document, URI depositary, Map<URI, PartyFacts> facts) {
        document.withObject("/term");
        if (!document.has("suspension")) {
            document.putObject("suspension").put("quorum", DEFAULT_QUORUM);
        }
        document.path("parties").forEach(party -> completeParty(party, depositary, facts));
        document.path("clauses").forEach(clause -> completeClause(clause, document.path("paragraphs")));
        return Entente.parse(document);
    }

    /** What a party chooses to state of itself, as people would write it. */
    private static ObjectNode statement(Party party) {
        ObjectNode json = Json.newObject().put("entity", party.entity().toString());
        json.set("name", write(party.name()));
        ArrayNode issuers = json.putArray("issuers");
        for (Party.Issuer issuer : party.issuers()) {
            ArrayNode types = issuers.addObject()
                    .put("organisation", issuer.organisation())
                    .putArray("credential_types");
            issuer.credentialTypes().stream().sorted().forEach(types::add);
        }
        json.set("approval", write(party.approval()));
        return json;
    }

    /** Writes into a draft how a party of it approves. */
    public static void state(ObjectNode draft, URI entity, List<Party.Approval> approval) {
        for (JsonNode party : draft.path("parties")) {
            if (party instanceof ObjectNode stated
                    && party.path("entity").asString("").equals(entity.toString())) {
                stated.set("approval", write(approval));
            }
        }
    }

    /** The steps of an approval, as people would write them. */
    public static ArrayNode write(Iterable<Party.Approval> approval) {
        ArrayNode path = Json.newArray();
        for (Party.Approval one : approval) {
            ObjectNode step = path.addObject();
            step.set("step", write(one.step()));
            step.set("office", write(one.office()));
            if (one.byAnother()) {
                step.put("by_another", true);
            }
        }
        return path;
    }

    private static ObjectNode write(Text text) {
        return Json.newObject().put("fr", text.fr()).put("en", text.en());
    }

    /**
     * Writes a newcomer as a document states a party.
     *
     * @param statement what it chooses: its {@code issuers} and its {@code approval}, each of which may be absent
     */
    public static ObjectNode newcomer(URI entity, PartyFacts facts, ObjectNode statement) {
        ObjectNode party = statement.deepCopy();
        party.put("entity", entity.toString());
        facts.writeTo(party);
        if (!party.has("issuers")) {
            party.putArray("issuers");
        }
        return party;
    }

    private static void completeParty(JsonNode json, URI proposer, Map<URI, PartyFacts> facts) {
        if (!(json instanceof ObjectNode party)) {
            throw new ProtocolError("invalid_entente", "a party is an object");
        }
        URI entity = Members.address(party.path("entity").asString(""));
        PartyFacts known = facts.get(entity);
        if (known == null) {
            throw new ProtocolError("invalid_entente", "a party is not known");
        }
        String stated = party.path("key").asString(known.jurisdiction().code());
        if (!stated.equals(known.jurisdiction().code())) {
            throw new ProtocolError("invalid_entente", "a party's key is not the code of its jurisdiction");
        }
        known.writeTo(party);
        if (!party.has("issuers")) {
            party.putArray("issuers");
        }
        party.remove("depositary");
        if (entity.equals(proposer)) {
            party.put("depositary", true);
        }
    }

    private static void completeClause(JsonNode json, JsonNode paragraphs) {
        if (!(json instanceof ObjectNode clause)) {
            throw new ProtocolError("invalid_entente", "a clause is an object");
        }
        String number = clause.path("paragraph").asString("");
        if (!clause.has("number")) {
            clause.put("number", number);
        }
        paragraphs
                .valueStream()
                .filter(paragraph -> paragraph.path("number").asString("").equals(number))
                .filter(paragraph -> !clause.path("text").has("until"))
                .filter(paragraph -> !paragraph.path("fr").asString("").isBlank()
                        && !paragraph.path("en").asString("").isBlank())
                .findFirst()
                .ifPresent(paragraph -> {
                    TextHash hash = TextHash.of(new Text(
                            paragraph.path("fr").asString(),
                            paragraph.path("en").asString()));
                    clause.putObject("text").put("fr", hash.fr()).put("en", hash.en());
                });
    }
}
