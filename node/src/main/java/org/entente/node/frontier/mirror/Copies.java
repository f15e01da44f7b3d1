package org.entente.node.frontier.mirror;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.frontier.MirroredVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the copies are kept. */
@Component
class Copies {
    private final JdbcClient sql;

    Copies(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is known of a document's version, and when it was asked for. */
    record Version(String sha256, String etag, Instant fetchedAt) {}

    Optional<MirroredDocument> find(URI address) {
        return sql.sql("select content_type, body, fetched_at from frontier.mirror where address = :address")
                .param("address", address.toString())
                .query((row, number) -> new MirroredDocument(
                        address,
                        row.getString("content_type"),
                        row.getBytes("body"),
                        row.getTimestamp("fetched_at").toInstant()))
                .optional();
    }

    Optional<MirroredVersion> current(URI address) {
        return sql.sql("select sha256, fetched_at from frontier.mirror where address = :address")
                .param("address", address.toString())
                .query((row, number) -> new MirroredVersion(
                        row.getString("sha256"), row.getTimestamp("fetched_at").toInstant()))
                .optional();
    }

    Optional<Version> version(URI address) {
        return sql.sql("select sha256, etag, fetched_at from frontier.mirror where address = :address")
                .param("address", address.toString())
                .query((row, number) -> new Version(
                        row.getString("sha256"),
                        row.getString("etag"),
                        row.getTimestamp("fetched_at").toInstant()))
                .optional();
    }

    /**
     * Keeps what was fetched, unless what is kept was asked for later: an answer that comes late never takes the place of a
     * newer one, in whatever order the two are written.
     *
     * @param before the version that was kept when this one was asked for: whatever its time says, this one is newer
     * @return whether it is what is kept now
     */
    boolean keep(MirroredDocument document, Version version, Optional<Version> before) {
        return sql.sql("""
                        insert into frontier.mirror (address, content_type, body, sha256, etag, fetched_at)
                        values (:address, :type, :body, :sha256, :etag, :fetched)
                        on conflict (address) do update set content_type = excluded.content_type,
                            body = excluded.body, sha256 = excluded.sha256, etag = excluded.etag,
                            fetched_at = greatest(mirror.fetched_at, excluded.fetched_at)
                        where mirror.fetched_at <= excluded.fetched_at
                           or mirror.fetched_at = cast(:before as timestamptz)""")
                        .param("address", document.address().toString())
                        .param("type", document.contentType())
                        .param("body", document.body())
                        .param("sha256", version.sha256())
                        .param("etag", version.etag())
                        .param("fetched", Timestamp.from(version.fetchedAt()))
                        .param(
                                "before",
                                before.map(known -> Timestamp.from(known.fetchedAt()))
                                        .orElse(null))
                        .update()
                == 1;
    }

    /** The publisher says that the version we have is still what it publishes. */
    void confirm(URI address, String etag, Instant now) {
        sql.sql("""
                        update frontier.mirror set fetched_at = greatest(fetched_at, cast(:now as timestamptz))
                        where address = :address and etag = :etag""")
                .param("now", Timestamp.from(now))
                .param("address", address.toString())
                .param("etag", etag)
                .update();
    }

    /**
     * Forgets the copies that nobody wants and that nobody has fetched since a given time: another process may just have
     * fetched what this round does not know of, and a publisher that names nothing for a while may have made an error.
     */
    void keepOnly(Collection<URI> wanted, Instant fetchedSince) {
        sql.sql("delete from frontier.mirror where fetched_at < :since and not (address = any (:wanted))")
                .param("since", Timestamp.from(fetchedSince))
                .param("wanted", wanted.stream().map(URI::toString).toArray(String[]::new))
                .update();
    }
}
