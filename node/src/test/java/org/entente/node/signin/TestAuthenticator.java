package org.entente.node.signin;

import com.upokecenter.cbor.CBORObject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.Base64Url;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An authenticator in software, and the browser before it (WebAuthn Level 3 §6, §5): one discoverable ES256 passkey. It
 * answers rightly, unless it is told to lie.
 */
public final class TestAuthenticator {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;
    private static final int NEW_KEY = 0x40;

    /** What it says, true or not. */
    public static final class Speech {
        public String origin;
        public String relyingParty;
        public String type = "";
        public boolean present = true;
        public boolean verified = true;
        public boolean backupEligible = true;
        public boolean backedUp;
        public boolean crossOrigin;
        public String challenge = "";
        public byte[] userHandle = {};
        public byte[] credentialId = {};
        public boolean signsWithAnotherKey;

        private Speech(String origin, String relyingParty) {
            this.origin = origin;
            this.relyingParty = relyingParty;
        }
    }

    /** Changes what it says. */
    public interface Lie {
        void tell(Speech speech);
    }

    private final KeyPair keys = keys();
    private final byte[] id = random(32);
    private final String origin;
    private byte[] userHandle = {};
    private long count;
    private boolean counts = true;

    public TestAuthenticator(String origin) {
        this.origin = origin;
    }

    /** One that always says 0, as those do that share their passkeys between devices. */
    public TestAuthenticator uncounted() {
        counts = false;
        return this;
    }

    public byte[] id() {
        return id.clone();
    }

    public byte[] userHandle() {
        return userHandle.clone();
    }

    /** Goes back, as a copy does that was made before. */
    public void rewind(long to) {
        count = to;
    }

    public String create(String question) {
        return create(question, speech -> {});
    }

    /** Makes the passkey that is asked for. */
    public String create(String question, Lie lie) {
        ObjectNode options = Json.object(question);
        userHandle = Base64Url.decode(options.path("user").path("id").stringValue());
        Speech speech = speech(options.path("rp").path("id").stringValue(), lie);
        byte[] clientData = clientData(speech, "webauthn.create", options);
        byte[] key = CBORObject.NewMap()
                .Add(1, 2)
                .Add(3, -7)
                .Add(-1, 1)
                .Add(
                        -2,
                        coordinate(((ECPublicKey) keys.getPublic())
                                .getW()
                                .getAffineX()
                                .toByteArray()))
                .Add(
                        -3,
                        coordinate(((ECPublicKey) keys.getPublic())
                                .getW()
                                .getAffineY()
                                .toByteArray()))
                .EncodeToBytes();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(authenticatorData(speech, NEW_KEY));
        data.writeBytes(new byte[16]);
        data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        data.writeBytes(id);
        data.writeBytes(key);
        byte[] attestation = CBORObject.NewMap()
                .Add("fmt", "none")
                .Add("attStmt", CBORObject.NewMap())
                .Add("authData", data.toByteArray())
                .EncodeToBytes();
        ObjectNode answer = answer(id);
        ObjectNode response = answer.putObject("response");
        response.put("clientDataJSON", encode(clientData));
        response.put("attestationObject", encode(attestation));
        response.putArray("transports").add("internal").add("hybrid");
        return Json.write(answer);
    }

    public String get(String question) {
        return get(question, speech -> {});
    }

    /** Answers the question who is there. */
    public String get(String question, Lie lie) {
        ObjectNode options = Json.object(question);
        count += counts ? 1 : 0;
        Speech speech = speech(options.path("rpId").stringValue(), lie);
        byte[] clientData = clientData(speech, "webauthn.get", options);
        byte[] authenticatorData = authenticatorData(speech, 0);
        ObjectNode answer = answer(speech.credentialId.length == 0 ? id : speech.credentialId);
        ObjectNode response = answer.putObject("response");
        response.put("clientDataJSON", encode(clientData));
        response.put("authenticatorData", encode(authenticatorData));
        response.put("userHandle", encode(speech.userHandle.length == 0 ? userHandle : speech.userHandle));
        response.put(
                "signature",
                encode(sign(
                        speech.signsWithAnotherKey ? keys() : keys, authenticatorData, Secrets.sha256(clientData))));
        return Json.write(answer);
    }

    private Speech speech(String relyingParty, Lie lie) {
        Speech speech = new Speech(origin, relyingParty);
        lie.tell(speech);
        return speech;
    }

    private static byte[] clientData(Speech speech, String type, JsonNode options) {
        return Json.bytes(Json.newObject()
                .put("type", speech.type.isEmpty() ? type : speech.type)
                .put(
                        "challenge",
                        speech.challenge.isEmpty() ? options.path("challenge").stringValue() : speech.challenge)
                .put("origin", speech.origin)
                .put("crossOrigin", speech.crossOrigin));
    }

    private byte[] authenticatorData(Speech speech, int more) {
        int flags = more
                | (speech.present ? PRESENT : 0)
                | (speech.verified ? VERIFIED : 0)
                | (speech.backupEligible ? BACKUP_ELIGIBLE : 0)
                | (speech.backedUp ? BACKED_UP : 0);
        return ByteBuffer.allocate(37)
                .put(Secrets.sha256(speech.relyingParty.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt((int) count)
                .array();
    }

    private static ObjectNode answer(byte[] id) {
        return Json.newObject().put("id", encode(id)).put("type", "public-key");
    }

    private static byte[] sign(KeyPair keys, byte[]... parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            for (byte[] part : parts) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] coordinate(byte[] number) {
        byte[] padded = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, padded, 32 - length, length);
        return padded;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
