package org.entente.node.names.sound;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.file.RecordedName;
import org.entente.node.web.ContentPolicy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recordings, under their person and digest. */
@Repository
public class Recordings {
    private final JdbcClient database;

    Recordings(JdbcClient database) {
        this.database = database;
    }

    /** A recording as it was sent. */
    public record Recording(String mediaType, byte[] sound) {
        /** Never what is heard. */
        @Override
        public String toString() {
            return "Recording[" + mediaType + "]";
        }
    }

    void keep(PersonId person, String digest, Recording recording, Instant now) {
        database.sql("""
                        insert into names.recordings (person, digest, media_type, sound, recorded_at)
                        values (:person, :digest, :type, :sound, :now)
                        on conflict (person, digest) do update set recorded_at = excluded.recorded_at
                        """)
                .param("person", person.value())
                .param("digest", HexFormat.of().parseHex(digest))
                .param("type", recording.mediaType())
                .param("sound", recording.sound())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The recording of this digest. */
    private Optional<Recording> find(PersonId person, String digest) {
        return database.sql(
                        "select media_type, sound from names.recordings where person = :person and digest = :digest")
                .param("person", person.value())
                .param("digest", HexFormat.of().parseHex(digest))
                .query((row, number) -> new Recording(row.getString("media_type"), row.getBytes("sound")))
                .optional();
    }

    /** The recording of a name, as a file that no browser takes for anything else; empty when it has none. */
    public Optional<ResponseEntity<byte[]>> answer(PersonId person, RecordedName name) {
        return Optional.of(name.entry().spoken().audioDigest())
                .filter(digest -> !digest.isEmpty())
                .flatMap(digest -> find(person, digest))
                .map(recording -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, recording.mediaType())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"name\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(ContentPolicy.HEADER, "default-src 'none'; sandbox")
                        .body(recording.sound()));
    }

    /** Removes what no version of its person's file speaks of any more, unless it has just come. */
    public void removeUnused(Instant before) {
        database.sql("""
                        delete from names.recordings recording
                        where recorded_at < :before and not exists (
                            select from names.files file, jsonb_array_elements(file.file -> 'names') name
                            where file.person = recording.person
                              and name -> 'said' ->> 'audio' = encode(recording.digest, 'hex'))
                        """).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
