package org.entente.node.wallet.receiving;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The latest DPoP nonce that each server gave (RFC 9449 §8.2, §9). It is shared by all holders: none of them can be known again
 * by it.
 */
@Repository
class ServerNonces {
    /** Visible ASCII without quotes (RFC 9449 §8.1), and of a length that a header bears. */
    private static final Pattern NONCE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,512}");

    private final JdbcClient database;

    /**
     * Who gives nonces and takes them back. An authorization server and the resources that it protects may stand at one origin,
     * and several such servers, each with nonces of its own.
     */
    record Server(String name) {
        /** The authorization server with this identifier. */
        static Server authorization(URI issuer) {
            return new Server("authorization " + issuer);
        }

        /** The protected resources at the origin of this endpoint. */
        static Server resource(URI endpoint) {
            return new Server("resource " + endpoint.getScheme() + "://" + endpoint.getRawAuthority());
        }
    }

    ServerNonces(JdbcClient database) {
        this.database = database;
    }

    /** The latest of a server; empty when none is known. */
    String latest(Server server) {
        return database.sql("select nonce from wallet.server_nonces where server = :server")
                .param("server", server.name())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Keeps what a server gave; what is no nonce is passed over. */
    void keep(Server server, String nonce, Instant now) {
        if (!NONCE.matcher(nonce).matches()) {
            return;
        }
        database.sql("""
                        insert into wallet.server_nonces (server, nonce, at) values (:server, :nonce, :now)
                        on conflict (server) do update set nonce = excluded.nonce, at = excluded.at""")
                .param("server", server.name())
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
}
