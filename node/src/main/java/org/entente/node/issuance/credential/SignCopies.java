package org.entente.node.issuance.credential;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.entente.node.issuance.CredentialType;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.sdjwt.SdJwtIssuance;
import org.entente.protocols.statuslist.StatusReference;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs the copies of a batch (SD-JWT VC). They say the same and share nothing that would tell two of them belong
 * together: salts, status and key differ, and times are rounded to the day.
 */
@Component
class SignCopies {
    /** Digests of nothing among those of the members of each object, so that they do not tell how many claims there are. */
    private static final int DECOYS = 2;

    private final Keys keys;
    private final NodeIdentity node;
    private final SecureRandom random;

    SignCopies(Keys keys, NodeIdentity node, SecureRandom random) {
        this.keys = keys;
        this.node = node;
        this.random = random;
    }

    /** One copy for each key, with the status of the same position. */
    List<String> sign(
            CredentialType type,
            ObjectNode disclosable,
            List<PublicJwk> holderKeys,
            List<StatusReference> statuses,
            LocalDate day) {
        Signer issuer = keys.issuer(type.organisation());
        ObjectNode common = Json.newObject()
                .put("iss", node.issuer(type.organisation()).toString())
                .put("vct", type.vct())
                .put("iat", startOf(day))
                .put("exp", startOf(day.plusDays(type.lifetimeDays())));
        List<String> copies = new ArrayList<>(holderKeys.size());
        for (int i = 0; i < holderKeys.size(); i++) {
            ObjectNode plain = common.deepCopy();
            plain.putObject("cnf").set("jwk", bare(holderKeys.get(i)));
            plain.set("status", statuses.get(i).toJson());
            copies.add(SdJwtIssuance.issue(issuer, plain, disclosable, DECOYS, random));
        }
        return copies;
    }

    /** The key without the names that its holder gave it, which could tell copies of one holder. */
    private static ObjectNode bare(PublicJwk key) {
        return key.toJson().retain("kty", "crv", "x", "y");
    }

    private static long startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
}
