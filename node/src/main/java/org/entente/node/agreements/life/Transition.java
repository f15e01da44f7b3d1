package org.entente.node.agreements.life;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step in an entente's life, as the depositary ordered and signed it.
 *
 * @param jws the compact form, kept as received
 * @param hash SHA-256 of the canonical claims, base64url: the state's hash after this transition
 * @param document the hash of the document that is in force after it
 * @param number 1 for the entry into force, then without a gap
 * @param previous the hash of the transition before, or of the document for the first
 */
public record Transition(
        String jws,
        String hash,
        URI entente,
        String document,
        int number,
        String previous,
        Instant at,
        Content content) {
    /** The {@code typ} of a transition. */
    public static final String TYPE = "entente-transition+jwt";

    /** The most acts in one: an accession and the approval of every party. */
    static final int MAX_ACTS = 65;

    /** The highest number: an entente that has come so far is to be amended, and goes on in its next version. */
    public static final int MAX_NUMBER = 100_000;

    /** What a transition is made of. */
    public sealed interface Content {
        /** Every party's signature over the document. */
        record EntryIntoForce(ArrayNode signatures) implements Content {}

        /** Acts that take effect together: one, or one and those that support it. */
        record Acts(List<SignedAct> acts) implements Content {
            public Acts {
                acts = List.copyOf(acts);
            }
        }
    }

    /**
     * Reads a transition; proves nothing about who signed it.
     *
     * @throws ProtocolError {@code invalid_transition} when it is not one
     */
    public static Transition parse(String jws) {
        CompactJws parsed = CompactJws.parse(jws);
        if (!parsed.type().equals(TYPE)) {
            throw new ProtocolError("invalid_transition", "a transition has the type " + TYPE);
        }
        parsed.requirePlainHeader();
        ObjectNode claims = parsed.claims();
        Strict json = new Strict(claims, "invalid_transition");
        boolean first = claims.has("signatures");
        json.requireMembers("entente", "document", "number", "previous", "at", first ? "signatures" : "acts");
        return new Transition(
                jws,
                Secrets.base64url(Secrets.sha256(Json.canonical(claims))),
                json.entente("entente"),
                json.hash("document"),
                json.number("number", MAX_NUMBER),
                json.hash("previous"),
                json.instant("at"),
                first
                        ? new Content.EntryIntoForce(signatures(json))
                        : new Content.Acts(json.array("acts", MAX_ACTS)
                                .valueStream()
                                .map(act -> SignedAct.parse(act.asString("")))
                                .toList()));
    }

    private static ArrayNode signatures(Strict json) {
        ArrayNode signatures = json.array("signatures", MAX_ACTS);
        signatures.forEach(Signatures::requireForm);
        return signatures;
    }

    /** What it orders; nothing for an entry into force. */
    public List<SignedAct> acts() {
        return content instanceof Content.Acts(List<SignedAct> acts) ? acts : List.of();
    }

    /** The key of the party that takes the depositary's place by this transition, which then orders it itself. */
    public Optional<String> successor() {
        return content instanceof Content.Acts(List<SignedAct> acts)
                        && acts.getFirst().act() instanceof Act.Entrust(String successor, String ignored)
                ? Optional.of(successor)
                : Optional.empty();
    }

    /** What the majority decided that put the successor in its place. */
    Optional<Decision> decision() {
        return content instanceof Content.Acts(List<SignedAct> acts)
                ? successor().map(successor -> Decision.of(successor, acts))
                : Optional.empty();
    }

    /**
     * Whether another transition stands where it and this one cannot both, though this one was taken: what a majority has
     * decided goes before what the former depositary ordered, and before what another majority had decided, see
     * {@link Decision#goesBefore}; so that all come to the same whatever reached them first.
     */
    public boolean yieldsTo(Transition other) {
        return other.decision()
                .filter(theirs ->
                        decision().filter(ours -> !theirs.goesBefore(ours)).isEmpty())
                .isPresent();
    }

    /** Whether one of the depositary's pinned keys signed it. */
    public boolean isBy(Party depositary) {
        return depositary.signed(CompactJws.parse(jws));
    }

    /** Orders what comes next after a state. Whether it may is for {@link EntenteState#apply} to say. */
    public static Transition order(Signer depositary, EntenteState state, Content content, Instant at) {
        return order(depositary, state, state.entente(), content, at);
    }

    /** Orders that a text comes into force after a state. */
    public static Transition enter(
            Signer depositary, EntenteState state, Entente text, ArrayNode signatures, Instant at) {
        return order(depositary, state, text, new Content.EntryIntoForce(signatures), at);
    }

    private static Transition order(
            Signer depositary, EntenteState state, Entente document, Content content, Instant at) {
        ObjectNode claims = Json.newObject()
                .put("entente", state.entente().id().toString())
                .put("document", document.hash())
                .put("number", state.number() + 1)
                .put("previous", state.head())
                .put("at", at.toString());
        switch (content) {
            case Content.EntryIntoForce(ArrayNode signatures) -> claims.set("signatures", signatures);
            case Content.Acts(List<SignedAct> acts) -> {
                ArrayNode array = claims.putArray("acts");
                acts.forEach(act -> array.add(act.jws()));
            }
        }
        return parse(CompactJws.sign(depositary, TYPE, claims));
    }
}
