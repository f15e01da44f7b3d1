package org.entente.node.agreements.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.conclude;
import static org.entente.node.agreements.TestParties.draft;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.held;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.conclude.MoveOutcome;
import org.entente.node.agreements.conclude.ReviseEntente;
import org.entente.node.agreements.drafting.Drafts;
import org.entente.node.agreements.drafting.KeptDraft;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.entente.node.verification.shapes.RequestShapes;
import org.entente.node.web.Answers;
import org.entente.protocols.dcql.ClaimPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an officer tries at a real node whose services have asked for something. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfPagesTests {
    private static final String OFFICER = "officer@example.ca";
    private static final String PAGE = "/en/ententes/" + NAME + "/what-if";

    private final TestMailbox mailbox = new TestMailbox();
    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC", settings());
    private final Answers answers = new Answers(britishColumbia.origin());

    @BeforeAll
    void conclusion() {
        conclude(quebec, britishColumbia);
        RequestShapes shapes = britishColumbia.bean(RequestShapes.class);
        JdbcClient database = britishColumbia.bean(JdbcClient.class);
        for (int i = 0; i < 40; i++) {
            List<ClaimPath> claims = List.of(
                    ClaimPath.of(i % 2 == 0 ? "name" : "birthdate"), ClaimPath.of(i % 2 == 0 ? "birthdate" : "name"));
            database.sql(RequestShapes.COUNT)
                    .params(shapes.counting("registrar", "arrival", TestEntentes.IDENTITY, claims))
                    .update();
        }
    }

    @AfterAll
    void close() {
        britishColumbia.close();
        quebec.close();
        mailbox.close();
    }

    @Test
    void requests_of_one_shape_are_counted_together_whatever_the_order_of_their_claims() {
        assertThat(britishColumbia.bean(RequestShapes.class).shapes())
                .singleElement()
                .satisfies(shape -> {
                    assertThat(shape.count()).isEqualTo(40);
                    assertThat(shape.verifier()).hasToString(britishColumbia.origin() + "/o/registrar");
                    assertThat(shape.claims())
                            .containsExactlyInAnyOrder(ClaimPath.of("name"), ClaimPath.of("birthdate"));
                });
    }

    @Test
    void an_officer_sees_what_a_dropped_claim_would_break_and_nobody_else_does() throws Exception {
        assertThat(answers.get(PAGE).statusCode()).isIn(302, 303);
        assertThat(answers.get("/api/ententes/" + NAME + "/what-if").statusCode())
                .isEqualTo(401);

        TestBrowser officer = new TestBrowser(britishColumbia).signIn(mailbox, OFFICER);
        String cookie = "entente=" + officer.cookie();
        assertThat(answers.get(PAGE, "Cookie", cookie).body()).contains("What if?", "Change something");
        assertThat(answers.get(PAGE + "?drops=birthdate", "Cookie", cookie).body())
                .contains("Would ask for too much", "40 requests", "Beyond the maximum of clause 3.1: birthdate");
        assertThat(answers.get(PAGE + "?raises=2", "Cookie", cookie).body()).contains("Nothing would be otherwise");
        assertThat(answers.get(PAGE.replace("/en/", "/fr/") + "?joins=CA-ON&level=2", "Cookie", cookie)
                        .body())
                .contains("Serait accepté", "40 demandes");
        assertThat(answers.get(PAGE + "?joins=nobody&expires=CA-QC&on=soon", "Cookie", cookie)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_is_on_the_table_is_compared_for_officers_and_for_nobody_else() throws Exception {
        String changes = "/ententes/" + NAME + "/changes";
        assertThat(answers.get("/en" + changes).body()).contains("There is one text alone");
        assertThat(answers.get("/fr/ententes/nothing/changes").statusCode()).isEqualTo(404);
        assertThat(answers.get("/api" + changes).statusCode()).isEqualTo(401);

        ObjectNode draft = draft(quebec, britishColumbia);
        ((ObjectNode) draft.at("/clauses/0")).put("retention_days", 10);
        MoveOutcome proposed = britishColumbia
                .bean(ReviseEntente.class)
                .propose(NAME, held(britishColumbia).entente().hash(), draft, "officer", Instant.now());
        assertThat(proposed).isInstanceOf(MoveOutcome.Done.class);

        assertThat(answers.get("/en" + changes).body()).contains("There is one text alone");
        TestBrowser officer = new TestBrowser(britishColumbia).signIn(mailbox, OFFICER);
        String cookie = "entente=" + officer.cookie();
        assertThat(answers.get("/en" + changes, "Cookie", cookie).body())
                .contains("Kept at most", "30 days", "10 days", "Nothing differs.");
        assertThat(answers.get("/fr" + changes, "Cookie", cookie).body()).contains("Conservation au plus", "10 jours");
        assertThat(answers.get("/en" + changes + "?from=x", "Cookie", cookie).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_draft_is_tried_before_anybody_else_sees_it() throws Exception {
        TestBrowser officer = new TestBrowser(britishColumbia).signIn(mailbox, OFFICER);
        String document = held(britishColumbia).entente().hash();
        String draft =
                TestBrowser.location(officer.post("/en/ententes/" + NAME + "/drafts", Map.of("document", document)));
        assertThat(officer.get(draft).body()).contains(draft + "/what-if");
        assertThat(officer.get(draft + "/what-if").body()).contains("Nothing would be otherwise", "Change something");
        assertThat(officer.get(draft + "/what-if?drops=birthdate").body())
                .contains("Would ask for too much", "40 requests");

        Drafts drafts = britishColumbia.bean(Drafts.class);
        KeptDraft kept = drafts.named(draft.substring(draft.lastIndexOf('/') + 1));
        ObjectNode without = kept.json().deepCopy();
        ((ArrayNode) without.at("/clauses/0/maximum_claims"))
                .removeIf(claim -> claim.at("/path/0").asString().equals("birthdate"));
        assertThat(drafts.replace(kept.with(without, Instant.now()))).isTrue();
        assertThat(officer.get(draft + "/what-if").body()).contains("Would ask for too much", "40 requests");
        ((ObjectNode) without.at("/clauses/0")).remove("purposes");
        assertThat(drafts.replace(drafts.named(kept.id().toString()).with(without, Instant.now())))
                .isTrue();
        assertThat(officer.get(draft + "/what-if").statusCode())
                .as("no document yet")
                .isEqualTo(409);
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(mailbox.settings());
        settings.put("entente.people.officers[0]", OFFICER);
        return settings;
    }
}
