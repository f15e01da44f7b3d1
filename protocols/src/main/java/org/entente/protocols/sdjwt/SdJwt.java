package org.entente.protocols.sdjwt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.Segment;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A credential as its holder has it, or a presentation of it (RFC 9901 §4). Well-formed: each disclosure has exactly one
 * place in the signed payload. Whether it is genuine is for {@link SdJwtVerification}.
 *
 * <pre>{@code
 * SdJwt chosen = SdJwt.parse(credential).withOnly(List.of(ClaimPath.of("given_name")));
 * String presentation = chosen.present(holder, "x509_hash:…", nonce, now);
 * }</pre>
 */
public final class SdJwt {
    /** The longest text that is read, in characters. */
    public static final int MAX_LENGTH = 256 * 1024;

    /** The most disclosures that are read. */
    public static final int MAX_DISCLOSURES = 512;

    /** The {@code typ} of a key binding JWT (RFC 9901 §4.3). */
    public static final String KEY_BINDING_TYPE = "kb+jwt";

    private final CompactJws issuerJwt;
    private final List<Disclosure> shown;
    private final Disclosures disclosures;
    private final Optional<CompactJws> keyBinding;

    private SdJwt(CompactJws issuerJwt, List<Disclosure> disclosures, Optional<CompactJws> keyBinding) {
        this.issuerJwt = issuerJwt;
        this.shown = List.copyOf(disclosures);
        this.disclosures = new Disclosures(issuerJwt.claims(), shown);
        this.keyBinding = keyBinding;
    }

    /**
     * Reads a credential, or a presentation with its key binding.
     *
     * @throws ProtocolError {@code invalid_request} when it is too long, malformed, or its disclosures do not fit the
     *     signed payload: unreferenced, twice, over a present claim, under a reserved name, too deep
     */
    public static SdJwt parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw malformed("an SD-JWT has at most " + MAX_LENGTH + " characters");
        }
        int end = text.lastIndexOf('~');
        if (end < 0) {
            throw malformed("an SD-JWT ends each part with a tilde");
        }
        String[] parts = text.substring(0, end).split("~", MAX_DISCLOSURES + 2);
        if (parts.length > MAX_DISCLOSURES + 1) {
            throw malformed("an SD-JWT has at most " + MAX_DISCLOSURES + " disclosures");
        }
        List<Disclosure> disclosures = new ArrayList<>(parts.length);
        for (int i = 1; i < parts.length; i++) {
            disclosures.add(Disclosure.parse(parts[i]));
        }
        String last = text.substring(end + 1);
        Optional<CompactJws> keyBinding = last.isEmpty() ? Optional.empty() : Optional.of(CompactJws.parse(last));
        return new SdJwt(CompactJws.parse(parts[0]), disclosures, keyBinding);
    }

    /** What the issuer signed. */
    public CompactJws issuerJwt() {
        return issuerJwt;
    }

    /** What is disclosed, in the order of the text. */
    public List<Disclosure> disclosures() {
        return shown;
    }

    /** The holder's proof of possession, when this is a presentation. */
    public Optional<CompactJws> keyBinding() {
        return keyBinding;
    }

    /** A copy of the claims that can be read: the plain ones and the disclosed ones. */
    public ObjectNode claims() {
        return disclosures.claims().deepCopy();
    }

    /**
     * Where the disclosures belong, from the top, sorted. Of a credential with all its disclosures that is what its holder
     * may leave out.
     */
    public List<List<Segment>> disclosedPlaces() {
        return disclosures.placed().stream()
                .map(Disclosures.Placed::path)
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }

    /**
     * The key that the credential is bound to ({@code cnf.jwk}, RFC 7800 §3.2).
     *
     * @throws ProtocolError {@code invalid_request} when there is one that is not a public P-256 key
     */
    public Optional<PublicJwk> holderKey() {
        JsonNode key = issuerJwt.claims().path("cnf").path("jwk");
        return key.isMissingNode() ? Optional.empty() : Optional.of(PublicJwk.parse(key));
    }

    /**
     * The same credential with only what is needed to show these claims. A path that leads nowhere is passed over; positions
     * count what can be read here. Where the issuer hid an object as a whole, a path into it shows the whole: ask the
     * result's {@link #claims()} before consent.
     */
    public SdJwt withOnly(Collection<ClaimPath> paths) {
        List<ClaimPath> present = paths.stream()
                .flatMap(path -> path.selected(disclosures.claims()).stream())
                .toList();
        List<Disclosure> chosen = disclosures.placed().stream()
                .filter(placed -> present.stream().anyMatch(placed::isNeededFor))
                .map(Disclosures.Placed::disclosure)
                .toList();
        return new SdJwt(issuerJwt, chosen, Optional.empty());
    }

    /**
     * Presents the credential with a key binding JWT (RFC 9901 §4.3).
     *
     * @param holder signs with the key that the credential is bound to
     * @param audience the verifier's client id, with its prefix
     * @param nonce the verifier's, once
     * @throws IllegalArgumentException when the credential is bound to another key
     */
    public String present(Signer holder, String audience, String nonce, Instant now) {
        if (!holderKey().equals(Optional.of(holder.publicKey()))) {
            throw new IllegalArgumentException("the credential is bound to another key");
        }
        ObjectNode claims = Json.newObject()
                .put("iat", now.getEpochSecond())
                .put("aud", audience)
                .put("nonce", nonce)
                .put("sd_hash", presentationHash());
        return withoutKeyBinding() + CompactJws.sign(holder, Json.newObject().put("typ", KEY_BINDING_TYPE), claims);
    }

    /** SHA-256 over the credential and what is disclosed, base64url: what {@code sd_hash} must be. */
    String presentationHash() {
        return Disclosure.digest(withoutKeyBinding());
    }

    private String withoutKeyBinding() {
        StringBuilder text = new StringBuilder(issuerJwt.toString()).append('~');
        shown.forEach(disclosure -> text.append(disclosure.text()).append('~'));
        return text.toString();
    }

    /** The compact form, with the key binding when there is one. */
    @Override
    public String toString() {
        return withoutKeyBinding() + keyBinding.map(CompactJws::toString).orElse("");
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
