package org.entente.node;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestParties;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.frontier.Mirror;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.people.TestMailbox;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Québec, which issues, British Columbia with its service for arrivals, the demo's entente in force between them, and a
 * wallet node of neither.
 */
public final class TestProvinces implements AutoCloseable {
    private final TestMailbox mailbox = new TestMailbox();
    private final TestNode wallet;
    private final TestNode quebec;
    private final TestNode columbia;

    /** Served by plain http. */
    public TestProvinces() {
        this(place -> Map.of());
    }

    /** With further settings for each: {@code wallet}, {@code quebec}, {@code british-columbia}. */
    public TestProvinces(Function<String, Map<String, Object>> more) {
        wallet = TestNode.wallet(with(mailbox.settings(), more.apply("wallet")));
        quebec = TestParties.government("quebec", "CA-QC", with(issuer(), more.apply("quebec")));
        columbia =
                TestParties.government("british-columbia", "CA-BC", with(services(), more.apply("british-columbia")));
        conclude();
    }

    public TestNode wallet() {
        return wallet;
    }

    public TestNode quebec() {
        return quebec;
    }

    public TestNode columbia() {
        return columbia;
    }

    /** Where the mail of all of them arrives. */
    public TestMailbox mailbox() {
        return mailbox;
    }

    /** Waits until British Columbia has read Québec's status lists, as it does on its schedule. */
    public void awaitMirroredLists() {
        Mirror mirror = columbia.bean(Mirror.class);
        await().atMost(TestParties.PATIENCE)
                .until(() -> Json.object(new TestHolder(quebec)
                                .get("/o/" + TestIssuer.ORGANISATION + "/status")
                                .body())
                        .path("status_lists")
                        .valueStream()
                        .allMatch(list ->
                                mirror.document(URI.create(list.asString(""))).isPresent()));
    }

    @Override
    public void close() {
        columbia.close();
        quebec.close();
        wallet.close();
        mailbox.close();
    }

    private void conclude() {
        ObjectNode draft = Json.object(Json.write(TestEntentes.draft())
                .replace("https://quebec.example", quebec.origin().toString())
                .replace("https://british-columbia.example", columbia.origin().toString())
                .replace("etat-civil", TestIssuer.ORGANISATION));
        TestParties.introduce(quebec, columbia);
        TestParties.propose(quebec, draft);
        await().atMost(TestParties.PATIENCE)
                .until(() ->
                        columbia.bean(Holdings.class).find(TestParties.NAME).isPresent());
        TestParties.agree(columbia, TestParties.NAME);
        TestParties.sign(columbia);
        TestParties.sign(quebec);
        TestParties.awaitNumber(1, quebec, columbia);
        awaitMirroredLists();
    }

    private Map<String, Object> issuer() {
        Map<String, Object> settings = with(TestIssuer.settings(), mailbox.settings());
        String known = "entente.signin.authorization.wallets[0].";
        settings.put(known + "id", wallet.origin().toString());
        settings.put(known + "name", "Test wallet");
        settings.put(known + "redirect-uris[0]", wallet.origin() + "/wallet/authorized");
        return settings;
    }

    private Map<String, Object> services() {
        Map<String, Object> settings = new LinkedHashMap<>(mailbox.settings());
        settings.put("entente.node.organisations[0].id", "citizen-services");
        settings.put("entente.services.catalogue[0]", "classpath:services/arrival.json");
        settings.put("entente.web.wallets[0].name", "Wallet");
        settings.put("entente.web.wallets[0].offer", wallet.origin() + "/wallet/offer");
        settings.put("entente.web.wallets[0].present", wallet.origin() + "/wallet/present");
        return settings;
    }

    private static Map<String, Object> with(Map<String, Object> settings, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.putAll(more);
        return all;
    }
}
