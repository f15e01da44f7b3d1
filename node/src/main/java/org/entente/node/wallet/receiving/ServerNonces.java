package org.entente.node.wallet.receiving;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The latest DPoP nonce that each server gave (RFC 9449 §8.2), by its origin. It is shared by all holders: none of them can be
 * known again by it.
 */
@Repository
class ServerNonces {
    /** Visible ASCII without quotes (RFC 9449 §8.1), and of a length that a header bears. */
    private static final Pattern NONCE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,512}");

    private final JdbcClient database;

    ServerNonces(JdbcClient database) {
        this.database = database;
    }

    /** The latest of the server at this address; empty when none is known. */
    String latest(URI endpoint) {
        return database.sql("select nonce from wallet.server_nonces where server = :server")
                .param("server", origin(endpoint))
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Keeps what the server at this address gave; what is no nonce is passed over. */
    void keep(URI endpoint, String nonce, Instant now) {
        if (!NONCE.matcher(nonce).matches()) {
            return;
        }
        database.sql("""
                        insert into wallet.server_nonces (server, nonce, at) values (:server, :nonce, :now)
                        on conflict (server) do update set nonce = excluded.nonce, at = excluded.at""")
                .param("server", origin(endpoint))
                .param("nonce", nonce)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Forgets what no server has given since. */
    void forget(Instant before) {
        database.sql("delete from wallet.server_nonces where at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static String origin(URI endpoint) {
        return endpoint.getScheme() + "://" + endpoint.getRawAuthority();
    }
}
