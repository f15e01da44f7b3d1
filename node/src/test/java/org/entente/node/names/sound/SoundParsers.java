package org.entente.node.names.sound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.entente.node.web.SentFile;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.fuzz.Parser;

/** The readers of what people send as a recording. */
public final class SoundParsers {
    private static final String FORM = "--b\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nx\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"sound\"; filename=\"a.wav\"\r\n\r\nRIFF1234WAVE\r\n--b--\r\n";

    private SoundParsers() {}

    public static List<Parser> all() {
        return List.of(
                new Parser("sent-sound", List.of(FORM.getBytes(StandardCharsets.ISO_8859_1)), 1, SoundParsers::typeOf));
    }

    private static Object typeOf(byte[] body) {
        try {
            byte[] sound = SentFile.read("multipart/form-data; boundary=b", new ByteArrayInputStream(body));
            Optional<SoundType> type = SoundType.of(sound);
            if (type.isEmpty()) {
                throw new ProtocolError("invalid_request", "refused");
            }
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
