package org.entente.checks.faults;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.demo.RegisterValues;
import org.jsoup.Jsoup;

/** Answers and logs in which values were searched for: the same text is looked through once, however often it comes. */
final class Searched {
    private static final String NEXT = "/sign-in?next=";

    private final RegisterValues values;
    private final Set<String> bodies = ConcurrentHashMap.newKeySet();
    private final Map<NodeProcess, Integer> logs = new HashMap<>();

    /** @param values that nobody had before: what a log says already has none of them */
    Searched(RegisterValues values, List<PairedNode> nodes) {
        this.values = values;
        nodes.forEach(node -> node.processes().forEach(process -> logs.put(process, process.log().length)));
    }

    /**
     * Everything that is answered: status, header and body.
     *
     * @param asked the address that was asked for: an answer may lead to the same in another language, and by signing in back
     *     to its path, or to one above it where that takes forms only
     */
    void require(Answer answer, String asked, String where) {
        Head head = leadsBack(answer.head().value("Location"), asked)
                ? answer.head().without(List.of("Location"))
                : answer.head();
        values.requireAbsent(head.toString().getBytes(StandardCharsets.UTF_8), "the header of " + where);
        String body = written(answer);
        if (bodies.add(body)) {
            values.requireAbsent(body.getBytes(StandardCharsets.UTF_8), where);
        }
    }

    private static boolean leadsBack(String location, String asked) {
        int next = location.indexOf(NEXT);
        String above =
                next < 0 ? "" : URLDecoder.decode(location.substring(next + NEXT.length()), StandardCharsets.UTF_8);
        String path = asked.replaceFirst("[?].*", "");
        return location.endsWith(asked) || (!above.isEmpty() && (path + "/").startsWith(above + "/"));
    }

    /** What the processes of a node have logged since the last time. */
    void requireLogs(PairedNode node) {
        node.processes().forEach(process -> {
            byte[] log = process.log();
            int from = logs.getOrDefault(process, 0);
            logs.put(process, log.length);
            values.requireAbsent(Arrays.copyOfRange(log, from, log.length), "the log of " + node.origin());
        });
    }

    /** What the frontier of a node keeps of what crossed, was refused or is to go out, and what it lists and hands to auditors of it. */
    void requireCrossings(PairedNode node, String token) {
        String where = " at the frontier of " + node.origin();
        values.requireAbsent(node.rows("frontier"), "rows" + where);
        String list = "/api/frontier/crossings?limit=500";
        values.requireAbsent(node.door().get(list).expect(200).body(), "crossings" + where);
        String bundle = "/api/audit/bundle";
        Provinces.until(
                "a signed state of the journal",
                () -> node.door().get(bundle, token).status() == 200);
        values.requireAbsent(node.door().get(bundle, token).body(), "the bundle" + where);
    }

    /**
     * The body; of a page without what the browser itself has written and needs again: the link to the same address in the
     * other language, and the fields of a form that is shown again.
     */
    private static String written(Answer answer) {
        if (!answer.head().value("Content-Type").startsWith("text/html")) {
            return answer.text();
        }
        var page = Jsoup.parse(answer.text());
        page.select("[hreflang], input, textarea").remove();
        return page.outerHtml();
    }
}
