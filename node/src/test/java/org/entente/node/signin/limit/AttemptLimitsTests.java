package org.entente.node.signin.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestBrowser.location;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.entente.node.TestNode;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.people.EmailAddress;
import org.entente.node.people.People;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.device.DeviceFamily;
import org.entente.node.signin.device.Devices;
import org.entente.node.signin.device.Marks;
import org.entente.node.signin.device.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody uses up what the owner of an account has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttemptLimitsTests {
    /** Far ahead: what expires by the clock is removed behind a test that stands in the past. */
    private static final Instant NOW = Instant.parse("2096-11-22T12:30:00Z");

    private final TestNode node = TestNode.directory(Map.of(
            "entente.signin.limits.codes-per-account-and-hour", "2",
            "entente.signin.limits.codes-to-account-per-day", "6",
            "entente.signin.limits.attempts-per-account-and-hour", "2",
            "entente.signin.limits.guesses-at-account-per-day", "6",
            "entente.signin.limits.sessions-per-address-and-hour", "3"));
    private final AttemptLimits limits = node.bean(AttemptLimits.class);

    /** Of the one browser that all owners use. */
    private Marks marks = Marks.NONE;

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void a_stranger_uses_up_the_strangers_own_mails_and_tries() {
        EmailAddress owner = owner("matane@example.ca");
        assertThat(used(visitor -> limits.mail(owner, visitor, NOW), stranger("a")))
                .isEqualTo(2);
        assertThat(used(visitor -> limits.guess(owner, visitor, NOW), stranger("a")))
                .isEqualTo(2);
        assertThat(limits.mail(owner, stranger("b"), NOW)).isTrue();
        assertThat(limits.guess(owner, stranger("b"), NOW)).isTrue();
        assertThat(limits.useOfAccount(owner, stranger("b"), NOW)).isTrue();
    }

    @Test
    void all_strangers_together_use_up_nothing_of_a_browser_that_the_owner_used() {
        EmailAddress owner = owner("gaspe@example.ca");
        for (int i = 0; i < 9; i++) {
            limits.mail(owner, stranger("network " + i), NOW);
            limits.guess(owner, stranger("network " + i), NOW);
        }
        assertThat(limits.mail(owner, stranger("one more"), NOW)).isFalse();
        assertThat(limits.guess(owner, stranger("one more"), NOW)).isFalse();
        assertThat(used(visitor -> limits.mail(owner, visitor, NOW), known("network 1")))
                .isEqualTo(2);
        assertThat(used(visitor -> limits.guess(owner, visitor, NOW), known("network 1")))
                .isEqualTo(2);
    }

    @Test
    void passkeys_and_recovery_codes_have_no_limit_over_all_networks() {
        EmailAddress owner = owner("perce@example.ca");
        assertThat(IntStream.range(0, 20).allMatch(i -> limits.useOfAccount(owner, stranger("place " + i), NOW)))
                .isTrue();
    }

    /** Seven tries reach beyond three of an hour also where the next begins in between. */
    @Test
    void browsers_that_keep_no_cookie_have_so_many_sessions_and_leave_nothing_beyond() {
        List<Integer> answers = IntStream.range(0, 7)
                .mapToObj(i -> new TestBrowser(node)
                        .ask("/fr/sign-in/passkey/question")
                        .statusCode())
                .toList();
        assertThat(answers).startsWith(200, 200, 200).contains(429).hasSize(7);
        assertThat(sessions())
                .isEqualTo(answers.stream().filter(status -> status == 200).count());
    }

    @Test
    void reading_a_page_starts_no_session() {
        long before = sessions();
        TestBrowser browser = new TestBrowser(node);
        assertThat(location(browser.get("/fr/sign-in/code"))).isEqualTo("/fr/sign-in");
        assertThat(browser.cookie()).isEmpty();
        assertThat(sessions()).isEqualTo(before);
    }

    private long sessions() {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from signin.sessions")
                .query(Long.class)
                .single();
    }

    @Test
    void a_browser_that_another_used_is_nobodys_to_this_account() {
        owner("rimouski@example.ca");
        EmailAddress other = new EmailAddress("trois-pistoles@example.ca");
        node.bean(People.class).enter(other, Language.FR, NOW);
        assertThat(used(visitor -> limits.mail(other, visitor, NOW), known("c")))
                .isEqualTo(2);
        assertThat(limits.mail(other, stranger("c"), NOW))
                .as("of the same network")
                .isFalse();
    }

    @Test
    void a_browser_that_was_forgotten_is_a_stranger() {
        EmailAddress owner = owner("cabano@example.ca");
        node.bean(Devices.class).forgetAll(person(owner));
        assertThat(used(visitor -> limits.mail(owner, visitor, NOW), known("d")))
                .isEqualTo(2);
        assertThat(limits.mail(owner, stranger("d"), NOW)).isFalse();
    }

    @Test
    void what_was_tried_in_a_browser_stays_counted_when_its_mark_is_a_fresh_one() {
        EmailAddress owner = owner("amqui@example.ca");
        assertThat(used(visitor -> limits.mail(owner, visitor, NOW), known("e")))
                .isEqualTo(2);
        useAgain(owner);
        assertThat(limits.mail(owner, known("e"), NOW)).isFalse();
        assertThat(limits.mail(owner, stranger("e"), NOW))
                .as("another place than the browser")
                .isTrue();
    }

    /** How often of five times it is still allowed. */
    private static long used(Predicate<Visitor> use, Visitor visitor) {
        return IntStream.range(0, 5).filter(i -> use.test(visitor)).count();
    }

    /** Somebody who used the marked browser. */
    private EmailAddress owner(String address) {
        EmailAddress email = new EmailAddress(address);
        node.bean(People.class).enter(email, Language.FR, NOW);
        useAgain(email);
        return email;
    }

    private void useAgain(EmailAddress email) {
        marks = node.bean(Devices.class).use(person(email), marks, NOW).marks();
    }

    private PersonId person(EmailAddress email) {
        return node.bean(People.class).person(email).orElseThrow().id();
    }

    private static Visitor stranger(String network) {
        return new Visitor(network, Marks.NONE, DeviceFamily.of(""));
    }

    private Visitor known(String network) {
        return new Visitor(network, marks, DeviceFamily.of(""));
    }
}
