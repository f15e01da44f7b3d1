package org.entente.node.signin.passkey;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Role;
import org.entente.node.kernel.Text;
import org.entente.node.people.EmailAddress;
import org.entente.node.signin.TestAuthenticator;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.fuzz.Parser;
import org.entente.protocols.json.Json;

/** The readers of what a browser sends of a passkey, as far as we read it and as the library reads what we hand it. */
public final class PasskeyParsers {
    private static final String CHALLENGE = "Q".repeat(43);
    private static final byte[] HANDLE = new byte[32];
    private static final Text PLACE = new Text("Québec", "Quebec");
    private static final NodeIdentity NODE = new NodeIdentity(
            URI.create("https://quebec.example"),
            Role.WALLET,
            PLACE,
            new Jurisdiction("CA-QC", PLACE, Jurisdiction.Kind.PROVINCE),
            List.of());

    private final PasskeyQuestions questions = new PasskeyQuestions(NODE);
    private final VerifyPasskey verify = new VerifyPasskey(questions, NODE);
    private final PersonId person = new PersonId(new java.util.UUID(1, 2));
    private final TestAuthenticator authenticator =
            new TestAuthenticator(NODE.origin().toString());
    private final String made;
    private final String given;
    private final Passkeys.Credential passkey;

    private PasskeyParsers() {
        made = authenticator.create(Json.write(
                questions.create(CHALLENGE, HANDLE, new EmailAddress("gaspe@example.ca"), Language.FR, List.of())));
        given = authenticator.get(Json.write(questions.get(CHALLENGE, List.of())));
        passkey = verify.registration(PasskeyAnswer.parse(made), person, HANDLE).orElseThrow();
    }

    public static List<Parser> all() {
        PasskeyParsers all = new PasskeyParsers();
        return List.of(
                Parser.ofText("passkey-made", all::made, all.made).withSignatures(),
                Parser.ofText("passkey-given", all::given, all.given).withSignatures(),
                Parser.ofText(
                        "passkey-client-data",
                        text -> ClientData.parse(text.getBytes(StandardCharsets.UTF_8))
                                        .challengeBytes()
                                        .isEmpty()
                                ? ""
                                : "",
                        "{\"type\":\"webauthn.get\",\"challenge\":\"" + CHALLENGE
                                + "\",\"origin\":\"https://quebec.example\",\"crossOrigin\":false}"),
                Parser.ofTyped(
                        "passkey-name", text -> PasskeyName.parse(text).map(PasskeyName::value), "Téléphone de Gaspé"));
    }

    private Object made(String json) {
        PasskeyAnswer answer = PasskeyAnswer.parse(json);
        answer.transports();
        return done(verify.registration(answer, person, HANDLE));
    }

    private Object given(String json) {
        PasskeyAnswer answer = PasskeyAnswer.parse(json);
        answer.userHandle();
        return switch (verify.assertion(answer, passkey, Optional.empty())) {
            case AssertionVerdict.Proven ignored -> "";
            case AssertionVerdict.Copied ignored -> "";
            case AssertionVerdict.Refused ignored -> throw refused();
        };
    }

    private static Object done(Optional<?> read) {
        if (read.isEmpty()) {
            throw refused();
        }
        return "";
    }

    private static ProtocolError refused() {
        return new ProtocolError("invalid_request", "refused");
    }
}
