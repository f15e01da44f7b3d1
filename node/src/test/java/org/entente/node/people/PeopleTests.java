package org.entente.node.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.node.TestNode;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Text;
import org.entente.node.signin.Simultaneously;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Notice NOTICE = new Notice(
            new Text("Votre attestation est prête", "Your credential is ready"), new Text("Corps.", "Body."));

    private final TestMailbox mailbox = new TestMailbox();
    private final TestNode node = TestNode.government("quebec", settings());
    private final People people = node.bean(People.class);

    @AfterAll
    void close() {
        node.close();
        mailbox.close();
    }

    @Test
    void an_address_has_one_account_however_it_is_spelled_and_however_many_enter_at_once() {
        var ids = Simultaneously.attempt(
                20,
                i -> () -> people.enter(address(i % 2 == 0 ? "u@example.ca" : "U@Example.ca"), Language.FR, NOW)
                        .id());
        assertThat(ids).containsOnly(ids.getFirst());
    }

    @Test
    void a_notice_comes_in_both_languages_the_persons_first() throws Exception {
        Person person = people.enter(address("rimouski@example.ca"), Language.EN, NOW);
        people.notify(person.id(), NOTICE, Instant.now());
        var mail = mailbox.next();
        assertThat(mail.getAllRecipients()[0]).hasToString("rimouski@example.ca");
        assertThat(mail.getSubject()).isEqualTo("Your credential is ready · Votre attestation est prête");
        assertThat(mail.getContent().toString()).containsSubsequence("Body.", "———", "Corps.");
        assertThat(mail.getHeader("Content-Language")).containsExactly("en, fr");
        assertThat(mail.getFrom()[0].toString()).contains("entente@quebec.localhost");
    }

    @Test
    void a_notice_leaves_only_if_its_transaction_commits() {
        Person person = people.enter(address("matane@example.ca"), Language.FR, NOW);
        var transaction = new TransactionTemplate(node.bean(PlatformTransactionManager.class));
        transaction.executeWithoutResult(status -> {
            people.notify(person.id(), NOTICE, NOW);
            status.setRollbackOnly();
        });
        assertThat(node.bean(Mails.class).take(NOW.plusSeconds(1), NOW.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void somebody_without_an_account_is_told_nothing() {
        people.notify(new PersonId(new UUID(0, 7)), NOTICE, NOW);
        assertThat(node.bean(Mails.class).take(NOW.plusSeconds(1), NOW.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void a_mail_is_taken_by_one_process_and_again_when_that_one_failed() {
        try (TestNode quiet = TestNode.government("ontario", Map.of("entente.people.smtp.port", 1))) {
            Mails mails = quiet.bean(Mails.class);
            Person person = quiet.bean(People.class).enter(address("wawa@example.ca"), Language.EN, NOW);
            // In the far future, where the job of the running node does not find it.
            Instant due = Instant.now().plus(Duration.ofDays(400));
            quiet.bean(People.class).notify(person.id(), NOTICE, due);
            var taken = Simultaneously.attempt(
                    20, i -> () -> mails.take(due, due.plusSeconds(60)).isPresent());
            assertThat(taken).filteredOn(won -> won).hasSize(1);
            assertThat(mails.take(due.plusSeconds(61), due.plusSeconds(120))).isPresent();
        }
    }

    @Test
    void a_mail_server_that_never_answers_is_given_up_after_a_day_or_two() {
        try (TestNode quiet = TestNode.government("ontario", Map.of("entente.people.smtp.port", 1))) {
            Mails mails = quiet.bean(Mails.class);
            Person person = quiet.bean(People.class).enter(address("wawa@example.ca"), Language.EN, NOW);
            Instant due = Instant.now().plus(Duration.ofDays(400));
            quiet.bean(People.class).notify(person.id(), NOTICE, due);
            IntStream.range(0, 50)
                    .mapToObj(hour -> due.plus(Duration.ofHours(6L * hour)))
                    .forEach(now -> MailJob.send(mails, quiet.bean(Mail.class), now));
            assertThat(mails.take(due.plus(Duration.ofDays(100)), due.plus(Duration.ofDays(101))))
                    .isEmpty();
        }
    }

    @Test
    void settings_say_who_is_an_officer() {
        Person officer = people.enter(address("Officer@Example.ca"), Language.FR, NOW);
        Person resident = people.enter(address("resident@example.ca"), Language.FR, NOW);
        assertThat(people.actor(officer)).isEqualTo(new Actor.Officer(officer.id()));
        assertThat(people.actor(resident)).isEqualTo(new Actor.Person(resident.id()));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(mailbox.settings());
        settings.put("entente.people.officers", "officer@example.ca");
        return settings;
    }

    private static EmailAddress address(String text) {
        return new EmailAddress(text);
    }
}
