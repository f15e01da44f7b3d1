package org.entente.node.agreements.life;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.entente.node.agreements.document.Party;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Signer;

/**
 * An act as its government signed it.
 *
 * @param jws the compact form, kept as received
 * @param id random, so that it says nothing; an entente takes it once from each government
 * @param entente the entente's address
 * @param document the hash of the document that the act is about
 * @param party the key of the party that acts, or of the newcomer
 */
public record SignedAct(String jws, UUID id, URI entente, String document, String party, Instant at, Act act) {
    /** The {@code typ} of an act. */
    public static final String TYPE = "entente-act+jwt";

    /** The form of an id: a random UUID (RFC 9562 §5.4, version 4) in lower case, which has no room for a word. */
    public static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    /** The form of a name. */
    public static final String NAME = Party.KEY + "\\." + ID;

    /** How long an act may be on its way to whoever orders it: as long as a message lives. */
    public static final Duration ON_ITS_WAY = Duration.ofDays(7);

    /**
     * Reads an act; proves nothing about who signed it.
     *
     * @throws ProtocolError {@code invalid_act} when it is not one
     */
    public static SignedAct parse(String jws) {
        CompactJws parsed = CompactJws.parse(jws);
        if (!parsed.type().equals(TYPE)) {
            throw new ProtocolError("invalid_act", "an act has the type " + TYPE);
        }
        parsed.requirePlainHeader();
        return ActJson.read(jws, parsed.claims());
    }

    /**
     * Signs an act.
     *
     * @param id a random UUID, new for each
     * @throws ProtocolError {@code invalid_act} when it is none
     */
    public static SignedAct sign(
            Signer signer, UUID id, EntenteState about, String party, Instant at, ActJson.Written act) {
        return parse(CompactJws.sign(
                signer,
                TYPE,
                ActJson.claims(id, about.entente().id(), about.entente().hash(), party, at, act)));
    }

    /**
     * Names the act within its entente: by its party too, since nobody else's choice of an id may touch it. Not by its hash,
     * because whoever sees a signature can write it in another way.
     */
    public String name() {
        return party + "." + id;
    }

    /** Whether one of the party's pinned keys signed. */
    public boolean isBy(Party signatory) {
        return signatory.key().equals(party) && signatory.signed(CompactJws.parse(jws));
    }

    /** Whether a party stops its own part, or something of it. */
    public boolean isOwnSuspension() {
        return act instanceof Act.Suspend(Target target, Act.Cause ignored)
                && target.party().equals(party);
    }

    /** Whether a party stops its own part wholly, in one direction or both. */
    public boolean isOwnWholeSuspension() {
        return isOwnSuspension() && act instanceof Act.Suspend(Target target, Act.Cause ignored) && target.isWhole();
    }

    /** Whether it entrusts a party with ordering, after whatever. */
    public boolean entrusts(String successor) {
        return act instanceof Act.Entrust(String key, String ignored) && key.equals(successor);
    }

    /**
     * Until when it may be ordered, so that nobody keeps a government's word and uses it years later. A suspension by which a
     * party stops its own part never lapses: only the party ends it, by a lift that is good as long as there is something to
     * end.
     */
    public Instant lapsesAt() {
        return isOwnSuspension() ? Instant.MAX : at.plus(act.validity());
    }

    /** SHA-256 of the compact form, base64url: names exactly this act. */
    public String hash() {
        return Secrets.base64url(Secrets.sha256(jws.getBytes(StandardCharsets.US_ASCII)));
    }
}
