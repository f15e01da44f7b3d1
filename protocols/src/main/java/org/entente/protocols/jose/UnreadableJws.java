package org.entente.protocols.jose;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A compact JWS that is not what it should be, for instance with a member twice. Nothing in it is believed or given; it tells
 * whose it claims to be, and whether a key made its signature, so that it can be said who signed such a thing.
 */
public final class UnreadableJws {
    private static final JsonMapper TOLERANT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Json.MAX_DEPTH)
                            .maxNumberLength(Json.MAX_NUMBER_LENGTH)
                            .maxStringLength(CompactJws.MAX_LENGTH)
                            .maxDocumentLength(CompactJws.MAX_LENGTH)
                            .build())
                    .build())
            .build();

    private final String signingInput;
    private final byte[] header;
    private final byte[] payload;
    private final byte[] signature;

    private UnreadableJws(String signingInput, byte[] header, byte[] payload, byte[] signature) {
        this.signingInput = signingInput;
        this.header = header;
        this.payload = payload;
        this.signature = signature;
    }

    /** Takes a text apart; empty when it has not three parts, is longer than {@link CompactJws#MAX_LENGTH}, or nobody signed it. */
    public static Optional<UnreadableJws> of(String text) {
        String[] parts = text.length() > CompactJws.MAX_LENGTH ? new String[0] : text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UnreadableJws(
                    parts[0] + "." + parts[1],
                    Base64Url.decode(parts[0]),
                    Base64Url.decode(parts[1]),
                    Base64Url.decode(parts[2])));
        } catch (ProtocolError unsigned) {
            return Optional.empty();
        }
    }

    /** The first {@code iss} (RFC 7519 §4.1.1) that can be made out; proves nothing. */
    public Optional<String> claimedIssuer() {
        return text(payload, "iss");
    }

    /** The first {@code typ} (RFC 7515 §4.1.9) that can be made out. */
    public Optional<String> type() {
        return text(header, "typ");
    }

    private static Optional<String> text(byte[] object, String member) {
        try (JsonParser parser = TOLERANT.createParser(object)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
                if (name.equals(member) && text) {
                    return Optional.of(parser.getString());
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Whether this key made the signature, by ES256, whatever the header says. */
    public boolean isSignedBy(PublicJwk key) {
        return Es256.verifies(key.toKey(), signingInput.getBytes(StandardCharsets.UTF_8), signature);
    }
}
