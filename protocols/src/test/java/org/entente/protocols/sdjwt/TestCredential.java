package org.entente.protocols.sdjwt;

import java.security.SecureRandom;
import java.time.Instant;
import org.entente.protocols.Base64Url;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A proof of identity as a government would issue it, and forgeries of it. */
final class TestCredential {
    static final Instant ISSUED_AT = Instant.parse("2026-11-01T00:00:00Z");
    static final Instant EXPIRES_AT = Instant.parse("2027-11-01T00:00:00Z");

    final TestSigner issuer = TestSigner.create();
    final TestSigner holder = TestSigner.create();
    final SecureRandom random = new SecureRandom();

    ObjectNode plain() {
        ObjectNode claims = Json.newObject()
                .put("iss", "https://quebec.example/o/etat-civil")
                .put("vct", "urn:entente:ca:proof-of-identity:1")
                .put("iat", ISSUED_AT.getEpochSecond())
                .put("exp", EXPIRES_AT.getEpochSecond());
        claims.putObject("cnf").set("jwk", holder.publicKey().toJson());
        return Json.object(Json.write(claims));
    }

    static ObjectNode disclosable() {
        return Json.object("""
                {"given_name": "Rimouski", "family_name": "Chicoutimi",
                 "address": {"locality": "Gaspé", "region": "QC", "country": {"code": "CA", "name": "Canada"}},
                 "pseudonyms": {"health": "p-health", "transport": "p-transport"},
                 "ca_names": [{"full": "SENĆOŦEN", "lang": "str"}, {"full": "ᐃᓄᒃᑎᑐᑦ", "lang": "iu"}],
                 "titles": [], "notes": {}}""");
    }

    String issued() {
        return SdJwtIssuance.issue(issuer, plain(), disclosable(), 3, random);
    }

    /** A credential whose signed payload has these further members, and which shows these disclosures. */
    String forged(String payloadMembers, String... disclosures) {
        ObjectNode payload = plain();
        payload.setAll(Json.object(payloadMembers));
        StringBuilder text = new StringBuilder(CompactJws.sign(issuer, SdJwtIssuance.TYPE, payload)).append('~');
        for (String disclosure : disclosures) {
            text.append(disclosure).append('~');
        }
        return text.toString();
    }

    static String disclosure(String json) {
        return Base64Url.encode(json);
    }

    static String digest(String json) {
        return Disclosure.digest(disclosure(json));
    }

    /** An object that hides these digests. */
    static String sd(String... digests) {
        ObjectNode object = Json.newObject();
        var array = object.putArray("_sd");
        for (String digest : digests) {
            array.add(digest);
        }
        return Json.write(object);
    }
}
