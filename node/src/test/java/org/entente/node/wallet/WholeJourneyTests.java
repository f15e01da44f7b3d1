package org.entente.node.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.node.TestProvinces;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.signin.TestBrowser;
import org.entente.node.verification.TestVisitor;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From Québec's offer to British Columbia's confirmation, with a wallet that belongs to neither. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeJourneyTests {
    private TestProvinces provinces;

    @BeforeAll
    void open() {
        provinces = new TestProvinces();
    }

    @AfterAll
    void close() {
        provinces.close();
    }

    @Test
    void a_resident_obtains_an_attestation_and_uses_it_in_another_province() {
        TestBrowser holder = new TestBrowser(provinces.wallet()).signIn(provinces.mailbox(), "rimouski@example.org");
        receive(holder);
        assertThat(holder.get("/en/wallet").body()).contains("10 unused copies");

        TestVisitor visitor = new TestVisitor(provinces.columbia());
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

    @Test
    @Requirement("HAIP 1.0 §4.2 grant")
    void a_resident_allows_the_wallet_at_the_government_and_comes_back() {
        URI origin = provinces.quebec().origin();
        TestBrowser holder = new TestBrowser(provinces.wallet()).signIn(provinces.mailbox(), "tadoussac@example.org");
        String typed = origin + "/o/" + TestIssuer.ORGANISATION;
        String issuer = TestBrowser.location(holder.post("/en/wallet/issuers", Map.of("issuer", typed + "/")));
        assertThat(holder.get(issuer).body()).contains("Proof of identity", "Proof of residence", "Date of birth");
        String offer = TestBrowser.location(
                holder.post("/en/wallet/issuer", Map.of("issuer", typed, "type", "proof-of-identity")));
        assertThat(holder.get(offer).body()).contains("Go on to quebec.localhost");

        URI page = URI.create(TestBrowser.location(holder.post(offer + "/ask", Map.of())));
        assertThat(page.toString()).startsWith(origin + "/oauth/authorize?client_id=");
        TestBrowser resident = new TestBrowser(provinces.quebec()).signIn(provinces.mailbox(), "tadoussac@example.org");
        String question = TestBrowser.location(resident.get(page.getPath() + "?" + page.getRawQuery()));
        assertThat(question).startsWith("/en/authorize/");
        String match = TestBrowser.location(resident.get(question));
        resident.post(
                match.substring(0, match.indexOf('?')),
                Map.of("number", "GASP73030303", "birth-date", "2001-12-01", "code", "Z8VN C3LA"));
        assertThat(resident.get(question).body()).contains("Test wallet", "wallet.localhost");

        URI back = URI.create(TestBrowser.location(resident.post(question, Map.of("answer", "allow"))));
        assertThat(back.toString()).startsWith(provinces.wallet().origin() + "/wallet/authorized?code=");
        String heard = TestBrowser.location(holder.get(back.getPath() + "?" + back.getRawQuery()));
        String received = TestBrowser.location(holder.get(heard));
        assertThat(received.replace("/fr/", "/en/")).isEqualTo(offer);
        assertThat(holder.get(offer).body()).contains("Your attestation is in your wallet");
        assertThat(holder.get("/en/wallet").body()).contains("10 unused copies");
        assertThat(holder.get(heard).statusCode()).isEqualTo(400);
    }

    private void receive(TestBrowser holder) {
        TestHolder.Given given = new TestHolder(provinces.quebec()).offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        String link = "/wallet/offer?credential_offer_uri="
                + URLEncoder.encode(given.offer().toString(), StandardCharsets.UTF_8);
        String page = TestBrowser.location(holder.get(link));
        String offer = TestBrowser.location(holder.get(page));
        holder.post(offer + "/accept", Map.of("tx_code", given.transactionCode()));
        assertThat(holder.get(offer.replace("/fr/", "/en/")).body()).contains("Your attestation is in your wallet");
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
