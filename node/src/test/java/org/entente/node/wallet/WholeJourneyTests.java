package org.entente.node.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestParties;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.frontier.Mirror;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.entente.node.verification.TestVisitor;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** From Québec's offer to British Columbia's confirmation, with a wallet that belongs to neither. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeJourneyTests {
    private final TestMailbox mailbox = new TestMailbox();
    private TestNode wallet;
    private TestNode quebec;
    private TestNode columbia;

    @BeforeAll
    void open() {
        wallet = TestNode.wallet(mailbox.settings());
        quebec = TestParties.government("quebec", "CA-QC", organisation("etat-civil", TestIssuer.settings()));
        columbia = TestParties.government("british-columbia", "CA-BC", organisation("citizen-services", services()));
        conclude();
    }

    @AfterAll
    void close() {
        columbia.close();
        quebec.close();
        wallet.close();
        mailbox.close();
    }

    @Test
    void a_resident_obtains_an_attestation_and_uses_it_in_another_province() {
        TestBrowser holder = new TestBrowser(wallet).signIn(mailbox, "rimouski@example.org");
        receive(holder);
        assertThat(holder.get("/en/wallet").body()).contains("10 unused copies");

        TestVisitor visitor = new TestVisitor(columbia);
        HttpResponse<String> choice = visitor.follow(visitor.post("/en/services/arrival", Map.of()));
        URI link = URI.create(
                find("href=\"([^\"]*/wallet/present\\?[^\"]+)\"", choice.body()).replace("&amp;", "&"));
        String page = TestBrowser.location(holder.get(link.getPath() + "?" + link.getRawQuery()));
        String request = TestBrowser.location(holder.get(page));
        assertThat(holder.get(request).body()).contains("british-columbia.localhost", "Rimouski", "3.1");

        URI back = URI.create(TestBrowser.location(holder.post(request + "/agree", Map.of())));
        assertThat(back.getHost()).isEqualTo("british-columbia.localhost");
        HttpResponse<String> confirmation = visitor.follow(visitor.get(back));
        assertThat(confirmation.body()).contains("Your reference number", "Aurélie Rimouski", "clause 3.1");
        assertThat(holder.get("/en/wallet").body())
                .contains("9 unused copies", "british-columbia.localhost", "Accepted");
    }

    private void receive(TestBrowser holder) {
        TestHolder.Given given = new TestHolder(quebec).offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        String link = "/wallet/offer?credential_offer_uri="
                + URLEncoder.encode(given.offer().toString(), StandardCharsets.UTF_8);
        String page = TestBrowser.location(holder.get(link));
        String offer = TestBrowser.location(holder.get(page));
        holder.post(offer + "/accept", Map.of("tx_code", given.transactionCode()));
        assertThat(holder.get(offer.replace("/fr/", "/en/")).body()).contains("Your attestation is in your wallet");
    }

    private void conclude() {
        ObjectNode draft = Json.object(Json.write(TestEntentes.draft())
                .replace("https://quebec.example", quebec.origin().toString())
                .replace("https://british-columbia.example", columbia.origin().toString()));
        TestParties.introduce(quebec, columbia);
        TestParties.propose(quebec, draft);
        await().atMost(TestParties.PATIENCE)
                .until(() ->
                        columbia.bean(Holdings.class).find(TestParties.NAME).isPresent());
        TestParties.sign(columbia);
        TestParties.sign(quebec);
        TestParties.awaitNumber(1, quebec, columbia);
        awaitMirroredLists();
    }

    /** British Columbia has read Québec's status lists, as it does on its schedule. */
    private void awaitMirroredLists() {
        String lists = new TestHolder(quebec).get("/o/etat-civil/status").body();
        Mirror mirror = columbia.bean(Mirror.class);
        await().atMost(TestParties.PATIENCE)
                .until(() -> Json.object(lists)
                        .path("status_lists")
                        .valueStream()
                        .allMatch(list ->
                                mirror.document(URI.create(list.asString(""))).isPresent()));
    }

    private Map<String, Object> services() {
        return Map.of(
                "entente.services.catalogue[0]",
                "classpath:services/arrival.json",
                "entente.web.wallets[0].name",
                "Wallet",
                "entente.web.wallets[0].offer",
                wallet.origin() + "/wallet/offer",
                "entente.web.wallets[0].present",
                wallet.origin() + "/wallet/present");
    }

    private static Map<String, Object> organisation(String id, Map<String, Object> more) {
        Map<String, Object> settings = new LinkedHashMap<>(more);
        settings.put("entente.node.organisations[0].id", id);
        settings.replaceAll((name, value) -> name.matches("entente\\.issuance.*organisation") ? id : value);
        return settings;
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
