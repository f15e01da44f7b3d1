package org.entente.node.agreements.desk;

import java.util.HashMap;
import java.util.Map;
import org.entente.node.signin.TestBrowser;
import org.jsoup.Jsoup;

/** A page's form as a browser without scripts would send it. */
final class TestForm {
    private TestForm() {}

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
}
