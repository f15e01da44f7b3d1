package org.entente.protocols.jose;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.protocols.Base64Url;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Signed texts as somebody makes them who has the signer's public key and not the private one. */
public final class TestForgeries {
    private static final TestSigner STRANGER = TestSigner.create();

    private TestForgeries() {}

    /** The text without a signature, however that is spelled. */
    public static List<String> unsigned(String jws) {
        List<String> forgeries = new ArrayList<>();
        for (String algorithm : new String[] {"none", "None", "NONE", "nOnE", ""}) {
            String input = input(jws, header -> header.put("alg", algorithm));
            forgeries.add(input + ".");
            forgeries.add(input + jws.substring(jws.lastIndexOf('.')));
        }
        forgeries.add(input(jws, header -> (ObjectNode) header.without("alg")) + ".");
        forgeries.add(input(jws, header -> header) + ".");
        forgeries.add(input(jws, header -> header) + "." + Base64Url.encode(new byte[64]));
        return forgeries;
    }

    /** The text under a MAC whose key is the public key in each form that a verifier could take for a secret. */
    public static List<String> macUnder(PublicJwk key, String jws) {
        byte[] der = key.toKey().getEncoded();
        List<byte[]> secrets = List.of(
                der,
                Json.bytes(key.toJson()),
                Base64.getEncoder().encode(der),
                ("-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                                + "\n-----END PUBLIC KEY-----\n")
                        .getBytes(StandardCharsets.US_ASCII),
                key.thumbprint().getBytes(StandardCharsets.US_ASCII));
        List<String> forgeries = new ArrayList<>();
        for (byte[] secret : secrets) {
            forgeries.add(mac("HmacSHA256", secret, input(jws, header -> header.put("alg", "HS256"))));
            forgeries.add(mac("HmacSHA512", secret, input(jws, header -> header.put("alg", "HS512"))));
            forgeries.add(mac("HmacSHA512", secret, input(jws, header -> header.put("alg", "ES256"))));
        }
        return forgeries;
    }

    /** The text signed by a stranger, who brings the key along. */
    public static List<String> byAStranger(String jws) {
        ObjectNode keys = Jwks.of(STRANGER.publicKey()).toJson();
        List<UnaryOperator<ObjectNode>> headers = List.of(
                header -> header,
                header -> {
                    header.set("jwk", STRANGER.publicKey().toJson());
                    return (ObjectNode) header.without("kid");
                },
                header -> {
                    header.set("jwks", keys);
                    return header;
                },
                header -> header.put("kid", STRANGER.keyId()),
                header -> header.put("jku", "https://stranger.example/keys").put("x5u", "https://stranger.example/x"));
        return headers.stream()
                .map(change -> input(jws, change))
                .map(input -> input + "." + Base64Url.encode(STRANGER.sign(input.getBytes(StandardCharsets.US_ASCII))))
                .toList();
    }

    private static String input(String jws, UnaryOperator<ObjectNode> change) {
        String[] parts = jws.split("\\.");
        ObjectNode header = change.apply(Json.object(Base64Url.decode(parts[0])));
        return Base64Url.encode(Json.bytes(header)) + "." + parts[1];
    }

    private static String mac(String algorithm, byte[] secret, String input) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return input + "." + Base64Url.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
