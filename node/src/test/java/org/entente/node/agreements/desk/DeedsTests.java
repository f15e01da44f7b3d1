package org.entente.node.agreements.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.conclude;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.hashes;
import static org.entente.node.agreements.TestParties.held;

import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.node.TestNode;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.Deed;
import org.entente.node.agreements.held.Deeds;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.entente.protocols.json.Json;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** A government can tell by which of its officers it signed and suspended, and tells nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeedsTests {
    private static final String HERE = "/fr/ententes/" + NAME;
    private static final Map<String, String> OURS =
            Map.of("party", "CA-QC", "direction", "both", "cause", "maintenance");

    private final TestMailbox mailbox = new TestMailbox();
    private final TestNode quebec = government("quebec", "CA-QC", settings());
    private final TestNode columbia = government("british-columbia", "CA-BC", settings());
    private final TestBrowser first = new TestBrowser(quebec).signIn(mailbox, "first@example.ca");
    private final TestBrowser second = new TestBrowser(quebec).signIn(mailbox, "second@example.ca");
    private final TestBrowser resident = new TestBrowser(quebec).signIn(mailbox, "resident@example.ca");
    private final TestBrowser other = new TestBrowser(columbia).signIn(mailbox, "first@example.ca");

    @BeforeAll
    void begin() {
        conclude(quebec, columbia);
    }

    @AfterAll
    void close() {
        columbia.close();
        quebec.close();
        mailbox.close();
    }

    @Test
    void what_each_did_before_the_entry_is_on_record_with_who_did_it() {
        assertThat(deeds(quebec))
                .filteredOn(deed -> deed.by().officer().matches("officer( .)?|client test"))
                .extracting(deed -> deed.kind() + " " + deed.by().officer())
                .startsWith("SIGNED client test", "APPROVED officer 2", "APPROVED officer 1")
                .contains("PROPOSED officer");
        assertThat(deeds(columbia))
                .extracting(deed -> deed.kind() + " " + deed.by().officer())
                .contains("AGREED officer", "APPROVED officer 1", "SIGNED client test");
        assertThat(deeds(quebec))
                .filteredOn(deed -> deed.kind() == Deed.Kind.SIGNED)
                .extracting(Deed::subject)
                .containsExactly(held(quebec).entente().hash());
    }

    @Test
    void who_suspends_and_who_lifts_is_on_record_and_shown_to_officers_alone() {
        String id = suspend();
        assertThat(second.post(HERE + "/suspensions/" + id + "/lift", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(deeds(quebec))
                .extracting(deed -> deed.kind() + " " + deed.by().officer())
                .startsWith("LIFTED " + person("second"), "SUSPENDED " + person("first"));
        assertThat(first.get(HERE + "/deeds").body())
                .contains("Vous <code>" + id("first"), "Un agent <code>" + id("second"), "Un système <code>test");
        assertThat(first.get(HERE + "/desk").body()).contains("Qui a fait quoi ici");
        assertThat(resident.get(HERE + "/deeds").statusCode()).isEqualTo(403);
        assertThat(resident.get(HERE).body()).doesNotContain(id("first"));
        assertThat(first.get("/fr/ententes/none/deeds").statusCode()).isEqualTo(404);
        await().atMost(PATIENCE)
                .until(() -> held(columbia).chain().suspensions().isEmpty()
                        && held(columbia).pending().isEmpty());
        assertNothingCrossed();
    }

    @Test
    void what_is_refused_is_nobodys_deed() {
        String id = suspend();
        await().atMost(PATIENCE)
                .until(() -> held(columbia).state().suspensions().containsKey(id));
        int before = deeds(columbia).size();
        assertThat(other.post(HERE + "/suspensions/" + id + "/lift", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(deeds(columbia)).hasSize(before);
        first.post(HERE + "/suspensions/" + id + "/lift", Map.of());
        await().atMost(PATIENCE)
                .until(() -> held(columbia).chain().suspensions().isEmpty()
                        && hashes(quebec, columbia).size() == 1);
    }

    @Test
    void another_party_is_suspended_by_two_officers_and_one_alone_sends_nothing() {
        Map<String, String> theirs = Map.of("party", "CA-BC", "direction", "issuance", "cause", "disagreement");
        assertThat(first.post(HERE + "/suspension", theirs).statusCode()).isEqualTo(303);
        HttpResponse<String> alone = first.post(HERE + "/suspension", theirs);
        assertThat(alone.statusCode()).isEqualTo(409);
        assertThat(alone.body()).contains("un autre agent que vous");
        assertThat(held(quebec).pending()).isEmpty();
        assertThat(first.get(HERE + "/desk").body())
                .contains("Suspendre une autre partie", "Vous l’avez demandé")
                .doesNotContain("/confirmation");
        String confirmation = Jsoup.parse(second.get(HERE + "/desk").body())
                .select("form[action$=confirmation]")
                .attr("action");
        assertThat(first.post(confirmation, Map.of()).statusCode()).isEqualTo(409);
        assertThat(second.post(confirmation, Map.of()).statusCode()).isEqualTo(303);
        assertThat(second.post(confirmation, Map.of()).statusCode()).isEqualTo(404);
        assertThat(held(quebec).pending()).hasSize(1);
        assertThat(deeds(quebec).getFirst().by()).isEqualTo(By.two(person("first"), person("second")));
    }

    @Test
    void a_word_that_waits_is_not_replaced_unseen() {
        Map<String, String> one = Map.of("party", "CA-BC", "direction", "acceptance", "cause", "maintenance");
        Map<String, String> another = Map.of("party", "CA-BC", "direction", "acceptance", "cause", "key-compromise");
        List<String> before = removals(first.get(HERE + "/desk").body());
        assertThat(first.post(HERE + "/suspension", one).statusCode()).isEqualTo(303);
        List<String> waiting = removals(first.get(HERE + "/desk").body());
        for (TestBrowser officer : List.of(first, second)) {
            HttpResponse<String> refused = officer.post(HERE + "/suspension", another);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("Un agent a demandé autre chose");
        }
        assertThat(removals(first.get(HERE + "/desk").body())).isEqualTo(waiting);
        takeBackBut(before);
        assertThat(second.post(HERE + "/suspension", another).statusCode()).isEqualTo(303);
        takeBackBut(before);
    }

    private void takeBackBut(List<String> others) {
        List<String> removals =
                new ArrayList<>(removals(second.get(HERE + "/desk").body()));
        removals.removeAll(others);
        assertThat(removals).hasSize(1);
        assertThat(second.post(removals.getFirst(), Map.of()).statusCode()).isEqualTo(303);
    }

    private static List<String> removals(String desk) {
        return Jsoup.parse(desk).select("form[action$=removal]").eachAttr("action");
    }

    @Test
    void another_depositary_is_entrusted_by_two_officers() {
        String theirs = HERE + "/depositary/CA-BC";
        assertThat(first.post(theirs, Map.of()).statusCode()).isEqualTo(303);
        assertThat(first.post(theirs, Map.of()).statusCode()).isEqualTo(409);
        var waiting = Jsoup.parse(first.get(HERE + "/desk").body());
        assertThat(waiting.text()).contains("Confier l’ordre à une autre partie");
        String removal = waiting.select("form[action$=removal]").attr("action");
        assertThat(first.post(removal, Map.of()).statusCode()).isEqualTo(303);
        assertThat(second.post(theirs, Map.of()).statusCode()).isEqualTo(303);
        assertThat(deeds(quebec)).extracting(Deed::kind).doesNotContain(Deed.Kind.ENTRUSTED);
        assertThat(first.get(HERE + "/desk").body()).contains("Confirmer la charge d’ordonner");
    }

    @Test
    void a_deed_that_cannot_be_kept_is_not_done() {
        run("alter table agreements.deeds add constraint none_more check (number < 0) not valid");
        int acts = number("select count(*) from agreements.acts");
        int leaves = number("select count(*) from journal.leaves where type = 'officer-acted'");
        assertThat(first.post(HERE + "/suspension", OURS).statusCode()).isEqualTo(500);
        run("alter table agreements.deeds drop constraint none_more");
        assertThat(number("select count(*) from agreements.acts")).isEqualTo(acts);
        assertThat(number("select count(*) from journal.leaves where type = 'officer-acted'"))
                .isEqualTo(leaves);
        assertThat(held(quebec).state().suspensions()).isEmpty();
    }

    @Test
    void each_deed_opens_its_leaf() throws Exception {
        ObjectNode record = Json.newObject()
                .put("entente", NAME)
                .put("kind", "signed")
                .put("subject", held(quebec).entente().hash())
                .put("officer", "client test");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(quebec.bean(JdbcClient.class)
                .sql("select salt from agreements.deeds where kind = 'signed'")
                .query(byte[].class)
                .single());
        assertThat(quebec.bean(JdbcClient.class)
                        .sql("select l.commitment from journal.leaves l join agreements.deeds d on d.leaf = l.id"
                                + " where d.kind = 'signed' and l.type = 'officer-acted'")
                        .query(byte[].class)
                        .single())
                .isEqualTo(digest.digest(Json.canonical(record)));
    }

    private String suspend() {
        assertThat(first.post(HERE + "/suspension", OURS).statusCode()).isEqualTo(303);
        return held(quebec).state().suspensions().keySet().iterator().next();
    }

    /** Neither in what the other government holds nor in what was sent to it. */
    private void assertNothingCrossed() {
        String sent = quebec.bean(JdbcClient.class)
                .sql("select coalesce(string_agg(o::text, chr(10)), '') from frontier.outbox o")
                .query(String.class)
                .single();
        String held = held(columbia).transitions().stream()
                .map(recorded -> recorded.transition().jws())
                .collect(Collectors.joining("\n"));
        assertThat(Decoded.whole(sent))
                .as("what was signed is read")
                .contains("\"act\":\"suspend\"", "\"act\":\"lift\"")
                .doesNotContain(id("first"), id("second"));
        assertThat(Decoded.whole(held))
                .contains("\"act\":\"suspend\"", "\"act\":\"lift\"")
                .doesNotContain(id("first"), id("second"));
    }

    private static List<Deed> deeds(TestNode node) {
        return node.bean(Deeds.class).of(NAME, Long.MAX_VALUE, 100);
    }

    private String person(String name) {
        return "person " + id(name);
    }

    private String id(String name) {
        return quebec.bean(JdbcClient.class)
                .sql("select id::text from people.persons where email = :email")
                .param("email", name + "@example.ca")
                .query(String.class)
                .single();
    }

    private void run(String statement) {
        quebec.bean(JdbcClient.class).sql(statement).update();
    }

    private int number(String query) {
        return quebec.bean(JdbcClient.class).sql(query).query(Integer.class).single();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(mailbox.settings());
        settings.put("entente.people.officers", "first@example.ca,second@example.ca");
        return settings;
    }
}
