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
