package org.entente.node.agreements.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.signin.TestBrowser;
import org.jsoup.Jsoup;

/** A page's form as a browser without scripts would send it. */
final class TestForm {
    private TestForm() {}

    /** Of the page on which a draft begins from a template. */
    static Map<String, String> beginning(String name, String party) {
        return Map.of(
                "name", name,
                "title-fr", "Commencée sur une page",
                "title-en", "Begun on a page",
                "parties", party,
                "template", "identity");
    }

    /** An officer meets another government by the form, after two addresses that are none. */
    static void meet(TestBrowser officer, TestNode government) {
        assertThat(officer.post("/en/partners", Map.of("address", "ftp://nowhere"))
                        .body())
                .contains("#field-address");
        assertThat(officer.post("/en/partners", Map.of("address", "http://127.0.0.1:1"))
                        .statusCode())
                .isEqualTo(409);
        HttpResponse<String> met = officer.post(
                "/en/partners", Map.of("address", government.origin().toString()));
        assertThat(met.body()).contains("Met: ", "Compare this thumbprint");
    }

    /** What stands in the inputs of a page. */
    static Map<String, String> at(TestBrowser browser, String path) {
        var page = Jsoup.parse(browser.get(path).body());
        Map<String, String> form = new HashMap<>();
        page.select("main input[name], main textarea[name]").stream()
                .filter(input -> !input.hasAttr("type")
                        || !input.attr("type").matches("checkbox|radio")
                        || input.hasAttr("checked"))
                .forEach(input -> form.put(input.attr("name"), input.val()));
        page.select("main select[name]")
                .forEach(select -> form.put(
                        select.attr("name"), select.select("option[selected]").attr("value")));
        return form;
    }

    /** The second step of an approval is for another than the first, and who took it does not sign. */
    static void decide(String here, TestBrowser officer, TestBrowser examined, Map<String, String> document) {
        Map<String, String> step = new HashMap<>(document);
        step.put("step", "2");
        assertThat(examined.post(here + "/approvals", step).statusCode()).isEqualTo(409);
        assertThat(officer.get(here + "/desk").body()).contains("Franchie par un autre agent");
        assertThat(officer.post(here + "/approvals", step).statusCode()).isEqualTo(303);
        assertThat(officer.get(here + "/desk").body()).contains("un autre agent signe");
        assertThat(officer.post(here + "/signature", document).statusCode()).isEqualTo(409);
    }
}
