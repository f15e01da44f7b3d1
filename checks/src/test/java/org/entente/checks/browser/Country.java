package org.entente.checks.browser;

import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.PATIENCE;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestParties;
import org.entente.node.frontier.Mirror;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.names.TestOrthographies;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.signin.TestWallet;
import org.entente.protocols.json.Json;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * Real nodes, each started when it is first needed, and once: Québec, which issues; British Columbia, which has services;
 * Ontario; the council; a wallet. Between the first two an entente is in force.
 */
final class Country implements AutoCloseable {
    /** Whom every page names for help. */
    static final String CONTACT = "1 800 555-0199";

    /** Who may act for Québec. */
    static final String OFFICER = "officer@example.ca";

    private final AtomicInteger residents = new AtomicInteger();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final TestMailbox mailbox = new TestMailbox();

    private final Supplier<TestNode> wallet =
            once(() -> TestNode.wallet(looks("Portefeuille", "Wallet", "#7a3b12", "#f0b98d")));
    private final Supplier<TestNode> quebec = once(() -> TestParties.government("quebec", "CA-QC", quebecSettings()));
    private final Supplier<TestNode> columbia =
            once(() -> TestParties.government("british-columbia", "CA-BC", columbiaSettings()));
    private final Supplier<TestNode> ontario = once(
            () -> TestParties.government("ontario", "CA-ON", government("Ontario", "Ontario", "#5b3a86", "#cdb4f0")));
    private final Supplier<TestNode> council = once(this::startCouncil);
    private final Supplier<String> entente = SingletonSupplier.of(this::conclude);

    Country() {
        opened.push(mailbox);
    }

    /** The wallet that belongs to no government. */
    TestNode wallet() {
        return wallet.get();
    }

    /** Issues proofs of identity and of residence. */
    TestNode quebec() {
        return quebec.get();
    }

    /** Has three services: two that the entente provides for, of which one asks for all names, and one that no entente does. */
    TestNode columbia() {
        return columbia.get();
    }

    TestNode ontario() {
        return ontario.get();
    }

    /** Has Québec and British Columbia for members. */
    TestNode council() {
        return council.get();
    }

    /** The name of the entente between Québec and British Columbia, which is in force on both. */
    String entente() {
        return entente.get();
    }

    TestMailbox mailbox() {
        return mailbox;
    }

    /** The address of somebody who was never there before. */
    String newcomer() {
        return "resident-" + residents.incrementAndGet() + "@example.ca";
    }

    /** Somebody who was never there before, signed in. */
    TestBrowser signedIn(TestNode node) {
        return new TestBrowser(node).signIn(mailbox, newcomer());
    }

    /** What its operator would do to a draft between the two: give it another name, and have names asked for. */
    ObjectNode draft(String name) {
        ObjectNode draft = Json.object(Json.write(TestEntentes.draft())
                .replace("https://quebec.example", quebec().origin().toString())
                .replace("https://british-columbia.example", columbia().origin().toString()));
        draft.path("clauses")
                .valueStream()
                .filter(clause -> clause.path("credential_type").asString("").equals(TestEntentes.IDENTITY))
                .forEach(clause -> clause.path("maximum_claims")
                        .asArray()
                        .addObject()
                        .putArray("path")
                        .add("ca_names"));
        return draft.put("name", name);
    }

    @Override
    public void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    private Supplier<TestNode> once(Supplier<TestNode> start) {
        return SingletonSupplier.of(() -> {
            TestNode node = start.get();
            opened.push(node);
            return node;
        });
    }

    private String conclude() {
        TestParties.introduce(quebec(), columbia());
        TestParties.conclude(draft(TestParties.NAME), quebec(), columbia());
        String lists = new TestHolder(quebec()).get("/o/etat-civil/status").body();
        Mirror mirror = columbia().bean(Mirror.class);
        await().atMost(PATIENCE)
                .until(() -> Json.object(lists)
                        .path("status_lists")
                        .valueStream()
                        .allMatch(list ->
                                mirror.document(URI.create(list.asString(""))).isPresent()));
        return TestParties.NAME;
    }

    private TestNode startCouncil() {
        Map<String, Object> settings = looks("Conseil de l’identité", "Identity Council", "#7b2d4e", "#f0b3cb");
        settings.putAll(TestOAuthClient.settings("members"));
        settings.put("entente.frontier.mirror-every", "1h");
        TestNode node = TestNode.directory(settings);
        String token = new TestOAuthClient(node).bearerToken();
        for (TestNode member : List.of(quebec(), columbia())) {
            HttpResponse<String> answer =
                    TestOAuthClient.send(HttpRequest.newBuilder(URI.create(node.address() + "/api/members"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(Json.write(Json.newObject()
                                    .put("entity", member.origin().toString()))))
                            .build());
            if (answer.statusCode() != 201) {
                throw new AssertionError("not enrolled: " + answer.body());
            }
        }
        return node;
    }

    private Map<String, Object> quebecSettings() {
        Map<String, Object> settings = government("Québec", "Québec", "#1a4f8b", "#9cc4f5");
        settings.putAll(TestIssuer.settings());
        settings.put(
                "entente.registers.sources[0].file",
                ManyLetters.register().toUri().toString());
        settings.putAll(TestWallet.settings());
        settings.putAll(TestOrthographies.settings());
        settings.put("entente.signin.authorization.open", "true");
        settings.put("entente.people.officers", OFFICER);
        settings.replaceAll((name, value) ->
                name.matches("entente\\.(issuance.*organisation|signin.*organisations)") ? "etat-civil" : value);
        organisation(settings, "etat-civil", "Directeur de l’état civil", "Registrar of civil status");
        return settings;
    }

    private Map<String, Object> columbiaSettings() {
        Map<String, Object> settings = government("Colombie-Britannique", "British Columbia", "#0b5c3b", "#8ed8b4");
        organisation(settings, "citizen-services", "Services aux citoyens", "Citizen services");
        settings.put("entente.services.catalogue[0]", "classpath:services/arrival.json");
        settings.put("entente.services.catalogue[1]", "classpath:services/parking.json");
        settings.put("entente.services.catalogue[2]", "classpath:services/names.json");
        return settings;
    }

    private Map<String, Object> government(String fr, String en, String accent, String accentDark) {
        Map<String, Object> settings = looks(fr, en, accent, accentDark);
        settings.put("entente.node.jurisdiction.name.fr", fr);
        settings.put("entente.node.jurisdiction.name.en", en);
        settings.put("entente.web.wallets[0].name", "Rivière");
        settings.put("entente.web.wallets[0].offer", wallet().origin() + "/wallet/offer");
        settings.put("entente.web.wallets[0].present", wallet().origin() + "/wallet/present");
        return settings;
    }

    private Map<String, Object> looks(String fr, String en, String accent, String accentDark) {
        Map<String, Object> settings = new LinkedHashMap<>(mailbox.settings());
        settings.put("entente.node.name.fr", fr);
        settings.put("entente.node.name.en", en);
        settings.put("entente.web.theme.accent", accent);
        settings.put("entente.web.theme.accent-dark", accentDark);
        settings.put("entente.web.theme.footer.fr", "Service d’essai : personne de réel n’y figure.");
        settings.put("entente.web.theme.footer.en", "A service for tests: nobody in it is real.");
        settings.put("entente.web.contact", CONTACT);
        return settings;
    }

    private static void organisation(Map<String, Object> settings, String id, String fr, String en) {
        settings.put("entente.node.organisations[0].id", id);
        settings.put("entente.node.organisations[0].name.fr", fr);
        settings.put("entente.node.organisations[0].name.en", en);
    }
}
