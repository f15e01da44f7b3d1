package org.entente.node.agreements.negotiation;

import java.net.URI;
import java.time.Instant;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.life.Strict;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a party does about a text before it is signed. Signed itself, so that any party may pass it on and none can invent
 * one for another.
 *
 * @param jws the compact form, kept as received
 * @param hash SHA-256 of the canonical claims, base64url: names the move, however often it was signed
 * @param version of the entente that is talked about
 * @param party the key of the party that moves
 */
public record Move(String jws, String hash, URI entente, int version, String party, Instant at, Step step) {
    /** The {@code typ} of a move. */
    public static final String TYPE = "entente-move+jwt";

    /** The highest round; governments that have come so far begin anew. */
    public static final int MAX_ROUND = 256;

    private static final String ERROR = "invalid_move";

    /** What is done. Every step names a text and the round in which that text was put on the table. */
    public sealed interface Step {
        /** The text's hash. */
        String document();

        int round();

        /**
         * Puts a text on the table, and agrees to it.
         *
         * @param predecessor the hash of the text that it answers; in round 1 of the document in force that it is to
         *     replace, "" when there is none
         */
        record Propose(String document, int round, String predecessor) implements Step {}

        /** Agrees to a text of another. */
        record Agree(String document, int round) implements Step {}

        /** Ends the talks. */
        record Reject(String document, int round) implements Step {}
    }

    /**
     * Reads a move; proves nothing about who signed it.
     *
     * @throws ProtocolError {@code invalid_move} when it is not one
     */
    public static Move parse(String jws) {
        CompactJws parsed = CompactJws.parse(jws);
        if (!parsed.type().equals(TYPE)) {
            throw new ProtocolError(ERROR, "a move has the type " + TYPE);
        }
        parsed.requirePlainHeader();
        Strict json = new Strict(parsed.claims(), ERROR);
        return new Move(
                jws,
                Secrets.base64url(Secrets.sha256(Json.canonical(parsed.claims()))),
                json.entente("entente"),
                json.number("version", Entente.MAX_VERSION),
                json.matching("party", Party.KEY),
                json.instant("at"),
                step(json));
    }

    private static Step step(Strict json) {
        String document = json.hash("document");
        int round = json.number("round", MAX_ROUND);
        String step = json.matching("move", "propose|agree|reject");
        if (step.equals("propose")) {
            boolean answers = json.json().has("predecessor");
            json.requireMembers(answers ? members("predecessor") : members());
            return new Step.Propose(document, round, answers ? json.hash("predecessor") : "");
        }
        json.requireMembers(members());
        return step.equals("agree") ? new Step.Agree(document, round) : new Step.Reject(document, round);
    }

    private static String[] members(String... more) {
        String[] all = new String[7 + more.length];
        System.arraycopy(new String[] {"entente", "version", "party", "at", "move", "document", "round"}, 0, all, 0, 7);
        System.arraycopy(more, 0, all, 7, more.length);
        return all;
    }

    /**
     * Signs a move.
     *
     * @param about the text that it names
     * @param party the key of the party that the signer is
     */
    public static Move sign(Signer signer, Entente about, String party, Instant at, Step step) {
        ObjectNode claims = Json.newObject()
                .put("entente", about.id().toString())
                .put("version", about.version())
                .put("party", party)
                .put("at", at.toString())
                .put("document", step.document())
                .put("round", step.round());
        switch (step) {
            case Step.Propose(var ignored, var round, String predecessor) -> {
                claims.put("move", "propose");
                if (!predecessor.isEmpty()) {
                    claims.put("predecessor", predecessor);
                }
            }
            case Step.Agree ignored -> claims.put("move", "agree");
            case Step.Reject ignored -> claims.put("move", "reject");
        }
        return parse(CompactJws.sign(signer, TYPE, claims));
    }

    /** Whether one of the party's keys signed. */
    public boolean isBy(Party signatory) {
        return signatory.key().equals(party) && signatory.signed(CompactJws.parse(jws));
    }
}
