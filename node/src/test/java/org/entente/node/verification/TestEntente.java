package org.entente.node.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.document.Draft;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.PartyFacts;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.Confirmations;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.held.Transitions;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.frontier.Mirror;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The demo's entente between Québec, its depositary, and British Columbia's node, which holds it in force. */
public final class TestEntente {
    private final TestNode node;
    private final TestQuebec quebec;
    private EntenteState state;

    private TestEntente(TestNode node, TestQuebec quebec, EntenteState state) {
        this.node = node;
        this.quebec = quebec;
        this.state = state;
    }

    /** British Columbia's settings: its citizen services offer the arrival online. */
    public static Map<String, Object> settings() {
        return Map.of(
                "entente.node.jurisdiction.code", "CA-BC",
                "entente.node.organisations[0].id", "citizen-services",
                "entente.node.organisations[0].name.fr", "Services aux citoyens",
                "entente.node.organisations[0].name.en", "Citizen services",
                "entente.services.catalogue[0]", "classpath:services/arrival.json",
                "entente.frontier.mirror-every", "1h",
                "entente.web.wallets[0].name", "Portefeuille",
                "entente.web.wallets[0].offer", "http://wallet.localhost/offer",
                "entente.web.wallets[0].present", "http://wallet.localhost/present");
    }

    public static TestEntente inForce(TestNode node, TestQuebec quebec) {
        Keys keys = node.bean(Keys.class);
        URI columbia = node.origin();
        Entente entente = Draft.complete(
                draft(quebec.origin(), columbia),
                quebec.origin(),
                Map.of(
                        quebec.origin(),
                        quebec.facts(),
                        columbia,
                        new PartyFacts(
                                node.bean(NodeIdentity.class).jurisdiction(),
                                Jwks.of(keys.federation().publicKey()),
                                keys.certificateAuthority())));
        ArrayNode signatures = Json.newArray();
        signatures.add(Signatures.sign(entente, quebec.federation()));
        signatures.add(Signatures.sign(entente, keys.federation()));
        TestEntente held = new TestEntente(node, quebec, EntenteState.of(entente));
        node.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            node.bean(Ledger.class).open();
            node.bean(Ententes.class).add(entente, Part.SIGNED, Instant.now());
        });
        held.take(new Transition.Content.EntryIntoForce(signatures));
        held.confirmMembers();
        held.mirror();
        return held;
    }

    /** Québec's whole participation is suspended, by itself. */
    public void suspendQuebec() {
        Target target = new Target("CA-QC", Target.Direction.BOTH, Set.of(), Set.of());
        SignedAct act = TestEntentes.sign(
                quebec.federation(),
                "suspension",
                state,
                "CA-QC",
                Instant.now(),
                ActJson.suspend(target, Act.Cause.MAINTENANCE));
        take(new Transition.Content.Acts(List.of(act)));
    }

    /** Fetches what Québec publishes, as the schedule would. */
    public void mirror() {
        Mirror mirror = node.bean(Mirror.class);
        mirror.fetch(URI.create(quebec.registrar().issuer() + "/status"), Instant.now());
        mirror.fetch(quebec.registrar().statusList(), Instant.now());
    }

    /** As when both were introduced: Québec is known here to be whom the entente states. */
    private void confirmMembers() {
        node.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            node.bean(Ledger.class).open();
            state.members()
                    .values()
                    .forEach(member ->
                            node.bean(Confirmations.class).add(state.entente().name(), member, Instant.now()));
        });
    }

    private void take(Transition.Content content) {
        Instant now = Instant.now();
        Transition transition = Transition.order(quebec.federation(), state, content, now);
        state = switch (state.apply(transition, now)) {
            case Verdict.Applied(EntenteState next) -> next;
            case Verdict.Rejected(var reason) -> throw new AssertionError(reason);
        };
        node.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            node.bean(Ledger.class).open();
            node.bean(Transitions.class).add(state.entente().name(), transition, now);
        });
    }

    private static ObjectNode draft(URI quebec, URI columbia) {
        try (InputStream file = TestEntente.class.getResourceAsStream("/demo/entente.json")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Json.object(text.replace("https://quebec.example", quebec.toString())
                    .replace("https://british-columbia.example", columbia.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
