package org.entente.protocols.tlog;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;

/**
 * A text with signature lines beneath it (C2SP signed-note). Signatures are of type 0x02: ECDSA on P-256 with SHA-256, DER
 * encoded, the key named by the first four bytes of the SHA-256 of its SubjectPublicKeyInfo.
 *
 * @param text what is signed, ending in a newline
 * @param lines the signature lines, without their newline
 */
public record SignedNote(String text, List<String> lines) {
    /** The longest note that is read, in characters. */
    public static final int MAX_LENGTH = 16 * 1024;

    /** The most signatures that are read. */
    public static final int MAX_SIGNATURES = 16;

    private static final String DASH = "\u2014 ";
    private static final int KEY_ID_BYTES = 4;

    public SignedNote {
        lines = List.copyOf(lines);
    }

    /**
     * Signs a text under a key name, a URL without its scheme.
     *
     * @throws IllegalArgumentException when the text does not end in a newline or the name has a space or plus
     */
    public static SignedNote sign(String text, String keyName, Signer signer) {
        if (!text.endsWith("\n") || !isKeyName(keyName)) {
            throw new IllegalArgumentException("a note ends in a newline and its key has a name without spaces");
        }
        byte[] signature = der(signer.sign(text.getBytes(StandardCharsets.UTF_8)));
        byte[] keyId = keyId(signer.publicKey());
        byte[] both = Arrays.copyOf(keyId, KEY_ID_BYTES + signature.length);
        System.arraycopy(signature, 0, both, KEY_ID_BYTES, signature.length);
        return new SignedNote(
                text, List.of(DASH + keyName + " " + Base64.getEncoder().encodeToString(both)));
    }

    /**
     * Reads a note; proves nothing until {@link #isSignedBy} does.
     *
     * @throws ProtocolError {@code invalid_checkpoint}
     */
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        boolean whole = blank >= 0 && note.length() > blank + 2 && note.endsWith("\n");
        if (note.length() > MAX_LENGTH || !whole || hasControls(note)) {
            throw malformed();
        }
        List<String> lines =
                Arrays.asList(note.substring(blank + 2, note.length() - 1).split("\n", -1));
        if (lines.size() > MAX_SIGNATURES || !lines.stream().allMatch(line -> line.startsWith(DASH))) {
            throw malformed();
        }
        return new SignedNote(note.substring(0, blank + 1), lines);
    }

    /** Whether a line under this key name is this key's signature over the text. */
    public boolean isSignedBy(String keyName, PublicJwk key) {
        String prefix = DASH + keyName + " ";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> signature(line.substring(prefix.length()), key))
                .flatMap(Optional::stream)
                .anyMatch(signature -> verifies(signature, key));
    }

    /** The note as it is published. */
    @Override
    public String toString() {
        return text + "\n" + String.join("\n", lines) + "\n";
    }

    private static Optional<byte[]> signature(String base64, PublicJwk key) {
        try {
            byte[] both = Base64.getDecoder().decode(base64);
            boolean named =
                    both.length > KEY_ID_BYTES && Arrays.equals(both, 0, KEY_ID_BYTES, keyId(key), 0, KEY_ID_BYTES);
            return named ? Optional.of(Arrays.copyOfRange(both, KEY_ID_BYTES, both.length)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean verifies(byte[] signature, PublicJwk key) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(key.toKey());
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] keyId(PublicJwk key) {
        return Arrays.copyOf(Hash.sha256().digest(key.toKey().getEncoded()), KEY_ID_BYTES);
    }

    private static byte[] der(byte[] signature) {
        try {
            return ECDSA.transcodeSignatureToDER(signature);
        } catch (JOSEException e) {
            throw new IllegalStateException("a signer answers with r and s", e);
        }
    }

    private static boolean isKeyName(String name) {
        return !name.isEmpty()
                && name.chars().noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static boolean hasControls(String note) {
        return note.chars().anyMatch(c -> c < ' ' && c != '\n');
    }

    private static ProtocolError malformed() {
        return new ProtocolError("invalid_checkpoint", "not a signed note");
    }
}
