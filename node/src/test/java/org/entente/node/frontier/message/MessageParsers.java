package org.entente.node.frontier.message;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.entente.protocols.fuzz.Parser;
import org.entente.protocols.fuzz.Trial;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The readers of what governments say to each other. */
public final class MessageParsers {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final URI SENDER = URI.create("https://quebec.example");
    private static final URI RECIPIENT = URI.create("https://british-columbia.example");
    private static final UUID ID = UUID.fromString("7d3f5b6e-2f60-4c53-9f54-0f6f0a9ce1de");
    private static final ObjectNode STANDING = Json.object("{\"entente\":\"" + SENDER
            + "/agreements/quebec-british-columbia\",\"number\":0,\"head\":\"" + "A".repeat(43) + "\"}");

    private MessageParsers() {}

    /** @param signer of the samples; the readers prove nothing */
    public static List<Parser> all(Signer signer) {
        Message message = new Message(
                SENDER, RECIPIENT, ID, NOW, NOW.plus(Message.LIFETIME), "entente-standing", STANDING.deepCopy());
        Receipt receipt = new Receipt(RECIPIENT, SENDER, ID, "A".repeat(43), NOW, "");
        return List.of(
                Parser.ofText("message", text -> nothing(Message.parse(CompactJws.parse(text))), message.sign(signer)),
                signed("message-claims", signer, Message.TYPE, message.sign(signer), Message::parse),
                Parser.ofText("receipt", text -> nothing(Receipt.parse(CompactJws.parse(text))), receipt.sign(signer)),
                signed("receipt-claims", signer, Receipt.TYPE, receipt.sign(signer), Receipt::parse));
    }

    /** The bodies of every type, which the schemas judge; what they object to is said without a value. */
    public static List<Parser> bodies() {
        MessageTypes types = new MessageTypes();
        return MessageTypes.known().keySet().stream()
                .sorted()
                .map(type -> Parser.ofObject("body-" + type, body -> objection(types, type, body), STANDING))
                .toList();
    }

    private interface Reading {
        Object read(CompactJws jws);
    }

    /** Claims under a signature, so that what is changed is met behind it. */
    private static Parser signed(String name, Signer signer, String type, String sample, Reading reading) {
        return Parser.ofObject(
                        name,
                        claims -> nothing(reading.read(
                                CompactJws.parse(CompactJws.sign(signer, type, claims, JoseOption.KEY_ID)))),
                        CompactJws.parse(sample).claims())
                .withSignatures();
    }

    /** It was read, and nothing of it is written again here. */
    private static Object nothing(Object read) {
        Objects.requireNonNull(read);
        return "";
    }

    private static Object objection(MessageTypes types, String type, ObjectNode body) {
        types.objection(type, body).ifPresent(objection -> {
            if (objection.contains(Trial.CANARY)) {
                throw new AssertionError("an objection tells what stands in the body: " + objection);
            }
        });
        return "";
    }
}
