package org.entente.node.wallet;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.entente.node.wallet.TestIssuer.Mischief;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.CredentialRequest;
import org.entente.protocols.oid4vci.HolderProof;
import org.entente.protocols.sdjwt.SdJwtIssuance;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an issuer hands out, and what it could hand out instead. */
final class TestCopies {
    private final URI id;
    private final String host;
    private final Set<Mischief> mischief;
    private final Signer signer;
    private final SecureRandom random = new SecureRandom();

    TestCopies(URI id, String host, Set<Mischief> mischief) {
        this.id = id;
        this.host = host;
        this.mischief = mischief;
        this.signer = makeSigner();
    }

    Signer signer() {
        return signer;
    }

    /** A copy for each key that the request proves, in another order. */
    ObjectNode of(CredentialRequest request) {
        List<PublicJwk> keys = new ArrayList<>();
        for (String proof : request.proofs()) {
            if (!(HolderProof.verify(proof, id, Instant.now()) instanceof HolderProof.Verdict.Valid valid)) {
                throw new IllegalStateException("a key proof does not verify");
            }
            keys.add(valid.key());
        }
        if (mischief.contains(Mischief.OTHER_KEY)) {
            keys.set(0, TestSigners.of("https://a.example", "a.example").publicKey());
        }
        if (mischief.contains(Mischief.SAME_KEY_TWICE)) {
            keys.set(0, keys.get(1));
        }
        if (mischief.contains(Mischief.ONE_COPY_TOO_MANY)) {
            keys.add(keys.getFirst());
        }
        if (mischief.contains(Mischief.FEWER_COPIES)) {
            keys.removeLast();
        }
        Collections.reverse(keys);
        ObjectNode json = Json.newObject().put("novelty", true);
        ArrayNode array = json.putArray("credentials");
        for (int i = 0; i < keys.size(); i++) {
            array.addObject().put("credential", copy(keys.get(i), i, i == keys.size() - 1));
        }
        return json;
    }

    private String copy(PublicJwk key, int index, boolean last) {
        Instant now = Instant.now();
        ObjectNode plain = Json.newObject()
                .put(
                        "iss",
                        mischief.contains(Mischief.OTHER_ISSUER_IN_CREDENTIAL) ? "https://a.example" : id.toString())
                .put("vct", mischief.contains(Mischief.OTHER_TYPE) ? "urn:example:other" : TestIssuer.TYPE)
                .put(
                        "iat",
                        now.plus(mischief.contains(Mischief.FROM_THE_FUTURE) ? Duration.ofDays(2) : Duration.ZERO)
                                .getEpochSecond())
                .put(
                        "exp",
                        now.plus(mischief.contains(Mischief.EXPIRED) ? Duration.ofDays(-1) : Duration.ofDays(90))
                                .getEpochSecond());
        plain.putObject("cnf").set("jwk", key.toJson());
        if (!(last && mischief.contains(Mischief.LAST_COPY_WITHOUT_STATUS))) {
            plain.putObject("status")
                    .putObject("status_list")
                    .put("uri", id + "/status/1")
                    .put("idx", mischief.contains(Mischief.SAME_STATUS_TWICE) ? index / 2 : index);
        }
        boolean otherwise = last && mischief.contains(Mischief.LAST_COPY_SAYS_OTHERWISE);
        ObjectNode hidden = Json.newObject()
                .put("family_name", otherwise ? "Tadoussac" : "Kamouraska")
                .put("given_name", "Percé");
        hidden.putObject("address").put("locality", "Rimouski").put("region", "QC");
        ArrayNode names = hidden.putArray("ca_names");
        names.addObject().put("full", "Percé Kamouraska").put("lang", "fr").put("kind", "legal");
        names.addObject().put("full", "Iqaluit").put("lang", "en").put("kind", "used");
        names.addObject().put("full", "ᐃᖃᓗᐃᑦ").put("lang", "iu-Cans").put("kind", "traditional");
        if (last && mischief.contains(Mischief.LAST_COPY_HIDES_LESS)) {
            plain.set("given_name", hidden.remove("given_name"));
        }
        Signer with = last && mischief.contains(Mischief.LAST_COPY_FORGED)
                ? TestSigners.of("https://a.example", "a.example")
                : signer;
        return SdJwtIssuance.issue(with, plain, hidden, 2, random);
    }

    private Signer makeSigner() {
        if (mischief.contains(Mischief.OTHER_SIGNER)) {
            return TestSigners.of("https://somebody.example/o/else", host);
        }
        if (mischief.contains(Mischief.SELF_SIGNED)) {
            return TestSigners.selfSigned(id.toString(), host);
        }
        return mischief.contains(Mischief.EXPIRED_CERTIFICATE)
                ? TestSigners.expired(id.toString(), host)
                : TestSigners.of(id.toString(), host);
    }
}
