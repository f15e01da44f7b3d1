package org.entente.node.agreements.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.held;

import java.net.http.HttpResponse;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.jsoup.Jsoup;

/** Two officers of one government: one asks and cannot confirm it, another does. */
record JoiningByTwo(TestBrowser one, TestBrowser another) {
    /** The two of a government. */
    static JoiningByTwo at(TestNode government, TestMailbox mailbox) {
        return new JoiningByTwo(
                new TestBrowser(government).signIn(mailbox, "first@example.ca"),
                new TestBrowser(government).signIn(mailbox, "second@example.ca"));
    }

    /** They ask to join an entente. */
    void ask(TestNode newcomer, TestNode depositary, String name) {
        Map<String, String> instrument = Map.of("address", depositary.origin() + "/ententes/" + name);
        assertThat(one.post("/fr/accession", instrument).statusCode()).isEqualTo(303);
        assertThat(one.post("/fr/accession", instrument).statusCode()).isEqualTo(409);
        assertThat(one.get("/fr/accession").body())
                .contains("Un autre agent confirme", name)
                .doesNotContain("/confirmation");
        assertThat(newcomer.bean(Holdings.class).find(name)).isEmpty();
        String confirmation = Jsoup.parse(another.get("/fr/accession").body())
                .select("form[action$=confirmation]")
                .attr("action");
        assertThat(another.post(confirmation, Map.of()).statusCode()).isEqualTo(303);
    }

    /** They approve that the one that asks joins. */
    void admit(TestNode party, String name) {
        await().atMost(PATIENCE).until(() -> !held(party, name).accessions().isEmpty());
        String here = "/fr/ententes/" + name;
        String approval = here + "/accessions/"
                + held(party, name).accessions().getFirst().hash() + "/approval";
        assertThat(one.post(approval, Map.of()).statusCode()).isEqualTo(303);
        HttpResponse<String> alone = one.post(approval, Map.of());
        assertThat(alone.statusCode()).isEqualTo(409);
        assertThat(alone.body()).contains("un autre agent que vous");
        assertThat(one.get(here + "/desk").body())
                .contains("Un autre agent confirme")
                .doesNotContain(approval);
        assertThat(another.get(here + "/desk").body()).contains("Un agent l’a demandé", approval);
        assertThat(another.post(approval, Map.of()).statusCode()).isEqualTo(303);
        assertThat(another.get(here + "/desk").body()).doesNotContain(approval);
    }
}
