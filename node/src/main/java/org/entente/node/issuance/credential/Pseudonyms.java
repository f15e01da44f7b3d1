package org.entente.node.issuance.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.registers.RecordId;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person's pseudonyms, one for each sector: HMAC-SHA-256 of the sector's id under a seed that the issuer keeps for the
 * record. The same in every copy and after every renewal; two sectors cannot compare theirs.
 */
@Repository
class Pseudonyms {
    private static final String SEED = "pseudonym seed";
    private static final int SEED_BYTES = 32;

    private final JdbcClient database;
    private final Keys keys;
    private final Secrets secrets;

    Pseudonyms(JdbcClient database, Keys keys, Secrets secrets) {
        this.database = database;
        this.keys = keys;
        this.secrets = secrets;
    }

    /** The pseudonyms of a record by sector. */
    ObjectNode of(Organisation issuer, RecordId record, Set<String> sectors) {
        ObjectNode pseudonyms = Json.newObject();
        if (!sectors.isEmpty()) {
            byte[] seed = seed(issuer, record);
            sectors.forEach(sector -> pseudonyms.put(sector, Secrets.base64url(hmac(seed, sector))));
        }
        return pseudonyms;
    }

    private byte[] seed(Organisation issuer, RecordId record) {
        byte[] owner = keys.mac(
                SEED,
                (issuer.id() + "\n" + record.register() + "\n" + record.number()).getBytes(StandardCharsets.UTF_8));
        byte[] sealed = database.sql("select seed from issuance.seeds where organisation = :issuer and record = :owner")
                .param("issuer", issuer.id())
                .param("owner", owner)
                .query(byte[].class)
                .optional()
                .orElseGet(() -> plant(issuer, owner));
        return keys.open(SEED, sealed);
    }

    /** Keeps a new seed, or finds the one that another request has just kept. */
    private byte[] plant(Organisation issuer, byte[] owner) {
        return database.sql("""
                        insert into issuance.seeds (organisation, record, seed) values (:issuer, :owner, :seed)
                        on conflict (organisation, record) do update set seed = seeds.seed
                        returning seed
                        """)
                .param("issuer", issuer.id())
                .param("owner", owner)
                .param("seed", keys.seal(SEED, secrets.bytes(SEED_BYTES)))
                .query(byte[].class)
                .single();
    }

    private static byte[] hmac(byte[] seed, String sector) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return mac.doFinal(sector.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
