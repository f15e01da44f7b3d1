package org.entente.node.signin.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person is told of a sign-in in a browser that is new to the account, and of no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownBrowserTests {
    private static final String NEWS = "nouveau navigateur";

    private final TestMailbox mailbox = new TestMailbox();
    private final TestNode node = TestNode.directory(mailbox.settings());

    @AfterAll
    void close() {
        node.close();
        mailbox.close();
    }

    @Test
    void a_mark_that_was_noted_before_somebody_signed_in_is_nobodys_to_that_person() {
        TestBrowser shared = new TestBrowser(node).signIn(mailbox, "noted@example.ca");
        String noted = shared.device();
        shared.post("/fr/sign-out", Map.of());
        shared.signIn(mailbox, "victim@example.ca");
        assertThat(browsers("victim@example.ca")).isOne();

        TestBrowser.withDevice(node, noted).signIn(mailbox, "victim@example.ca");

        mailbox.next("victim@example.ca", NEWS);
        assertThat(browsers("victim@example.ca")).isEqualTo(2);
    }

    @Test
    void of_a_browser_and_a_copy_of_its_marks_one_is_known() {
        TestBrowser own = new TestBrowser(node).signIn(mailbox, "copied@example.ca");
        TestBrowser copy = TestBrowser.withDevice(node, own.device());
        assertThat(copy.signIn(mailbox, "copied@example.ca").device()).isNotEqualTo(own.device());
        assertThat(browsers("copied@example.ca")).isOne();

        own.signIn(mailbox, "copied@example.ca");

        mailbox.next("copied@example.ca", NEWS);
        assertThat(browsers("copied@example.ca")).isEqualTo(2);
    }

    @Test
    void two_who_share_a_browser_in_turn_are_told_of_none() {
        TestBrowser shared = new TestBrowser(node);
        for (int i = 0; i < 3; i++) {
            for (String email : new String[] {"mother@example.ca", "daughter@example.ca"}) {
                shared.signIn(mailbox, email).post("/fr/sign-out", Map.of());
                assertThat(browsers(email)).isOne();
            }
        }
    }

    @Test
    void a_browser_in_which_a_session_was_ended_is_a_new_one_also_after_it_proved_again() {
        TestBrowser own = new TestBrowser(node).signIn(mailbox, "ended@example.ca");
        String before = own.device();
        own.signIn(mailbox, "ended@example.ca");
        assertThat(own.device()).isNotEqualTo(before);

        node.bean(JdbcClient.class)
                .sql(
                        "select device from signin.sessions where person = (select id from people.persons where email = ?)")
                .param("ended@example.ca")
                .query(byte[].class)
                .list()
                .forEach(node.bean(Devices.class)::forget);

        assertThat(browsers("ended@example.ca")).isZero();
    }

    private int browsers(String email) {
        return node.bean(JdbcClient.class)
                .sql(
                        "select count(*) from signin.devices where person = (select id from people.persons where email = ?)")
                .param(email)
                .query(Integer.class)
                .single();
    }
}
