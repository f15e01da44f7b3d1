package org.entente.node.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.people.EmailAddress;
import org.entente.node.people.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistersTests {
    /** Far ahead: what expires by the clock is removed behind a test that stands in the past. */
    private static final Instant NOW = Instant.parse("2096-11-22T10:00:00Z");

    private static final String HERE = "192.0.2.1";

    private TestNode node;

    @BeforeAll
    void start() {
        node = TestNode.government("quebec", TestRegister.settings());
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @AfterEach
    void forgetMatches() {
        sql("delete from registers.matches");
        sql("delete from registers.attempts");
        sql("delete from people.mails");
    }

    @Test
    void imports_what_the_columns_say_and_nothing_else() {
        ObjectNode claims =
                registers().find(TestRegister.aurelie().record()).orElseThrow().claims();

        assertThat(claims.propertyNames())
                .containsExactlyInAnyOrder(
                        "given_name", "family_name", "name", "ca_names", "birthdate", "place_of_birth", "address");
        assertThat(claims.path("name").stringValue()).isEqualTo("Aurélie Rimouski");
        assertThat(claims.path("ca_names").path(0).path("family_name").stringValue())
                .as("which parts are that name's own")
                .isEqualTo("Rimouski");
        assertThat(claims.path("address").path("postal_code").stringValue()).isEqualTo("G5L 1A1");
    }

    @Test
    void the_code_of_a_letter_is_kept_under_a_key_that_the_database_does_not_have() {
        Proof proof = TestRegister.aurelie();
        RecordId record = proof.record();
        byte[] kept = node.bean(JdbcClient.class)
                .sql("select letter_code from registers.records where register = :register and number = :number")
                .param("register", record.register())
                .param("number", record.number())
                .query(byte[].class)
                .single();

        String text = record.register() + "\n" + record.number() + "\n" + RecordId.normalised(proof.letterCode());
        assertThat(kept)
                .isEqualTo(node.bean(Keys.class).mac("register letter code", text.getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(Secrets.hash(text));
    }

    @Test
    void what_is_counted_is_kept_under_a_key_that_the_database_does_not_have() {
        PersonId person = person();
        match(person, TestRegister.aurelie());

        assertThat(jdbc().sql("select subject from registers.attempts")
                        .query(byte[].class)
                        .list())
                .hasSize(4)
                .contains(node.bean(Keys.class)
                        .mac("registers.attempts", ("address\n" + HERE).getBytes(StandardCharsets.UTF_8)))
                .doesNotContain(Secrets.hash("address\n" + HERE), Secrets.hash("account\n" + person));
    }

    @Test
    void a_person_with_one_name_has_no_other_and_keeps_the_name_in_its_own_letters() {
        ObjectNode claims =
                registers().find(TestRegister.mononym().record()).orElseThrow().claims();

        assertThat(claims.has("given_name")).isFalse();
        assertThat(claims.path("ca_names").path(1).path("full").stringValue()).isEqualTo("ᑲᖏᕐᓱᐊᓗᔾᔪᐊᖅ");
        assertThat(claims.path("ca_names").path(1).path("lang").stringValue()).isEqualTo("iu-Cans");
    }

    @Test
    void matches_a_person_who_gives_all_three_however_they_are_spaced() {
        PersonId person = person();

        assertThat(match(person, TestRegister.aurelie()))
                .isEqualTo(new MatchOutcome.Matched(TestRegister.aurelie().record()));
        assertThat(registers().recordOf(person, TestRegister.ID))
                .contains(TestRegister.aurelie().record());
        assertThat(registers().holderOf(TestRegister.aurelie().record())).contains(person);
    }

    @Test
    void does_not_say_which_part_was_wrong() {
        Proof right = TestRegister.aurelie();
        LocalDate otherDay = right.birthDate().plusDays(1);

        assertThat(match(person(), new Proof(new RecordId(TestRegister.ID, "X1"), right.birthDate(), "K7QXM2PD")))
                .isEqualTo(new MatchOutcome.NoSuchRecord());
        assertThat(match(person(), new Proof(right.record(), otherDay, "K7QXM2PD")))
                .isEqualTo(new MatchOutcome.NoSuchRecord());
        assertThat(match(person(), new Proof(right.record(), right.birthDate(), "K7QXM2PE")))
                .isEqualTo(new MatchOutcome.NoSuchRecord());
    }

    @Test
    void refuses_a_second_account_and_alerts_the_first_holder() {
        PersonId first = person();
        PersonId second = person();
        match(first, TestRegister.aurelie());

        assertThat(match(second, TestRegister.aurelie())).isEqualTo(new MatchOutcome.HeldByAnother());
        assertThat(registers().recordOf(second, TestRegister.ID)).isEmpty();
        assertThat(jdbc().sql("select recipient from people.mails")
                        .query(String.class)
                        .list())
                .containsExactly(address(first));
    }

    @Test
    void an_account_holds_one_record_of_a_register() {
        PersonId person = person();
        match(person, TestRegister.aurelie());

        assertThat(match(person, TestRegister.mononym())).isEqualTo(new MatchOutcome.AlreadyMatched());
        assertThat(registers().holderOf(TestRegister.mononym().record())).isEmpty();
    }

    @Test
    void an_account_tries_five_times_an_hour() {
        PersonId person = person();
        for (int i = 0; i < 5; i++) {
            assertThat(match(person, wrong("X" + i))).isInstanceOf(MatchOutcome.NoSuchRecord.class);
        }

        assertThat(match(person, TestRegister.aurelie()))
                .isEqualTo(new MatchOutcome.TooManyAttempts(NOW.plus(Duration.ofHours(1))));
        assertThat(matching().match(person, TestRegister.aurelie(), HERE, NOW.plus(Duration.ofHours(1))))
                .isInstanceOf(MatchOutcome.Matched.class);
    }

    @Test
    void a_record_is_tried_ten_times_an_hour_from_one_network_and_its_owner_still_tries_from_another() {
        for (int i = 0; i < 10; i++) {
            assertThat(match(person(), wrong("TREM54010101"))).isInstanceOf(MatchOutcome.NoSuchRecord.class);
        }

        assertThat(match(person(), TestRegister.aurelie())).isInstanceOf(MatchOutcome.TooManyAttempts.class);
        assertThat(matching().match(person(), TestRegister.aurelie(), "192.0.2.2", NOW))
                .isInstanceOf(MatchOutcome.Matched.class);
    }

    @Test
    void a_record_is_not_tried_without_end_from_everywhere() {
        for (int i = 0; i < 300; i++) {
            matching().match(person(), wrong("TREM54010101"), "198.51.100." + i / 10, NOW);
        }

        assertThat(match(person(), TestRegister.aurelie())).isInstanceOf(MatchOutcome.TooManyAttempts.class);
    }

    @Test
    void an_account_that_may_not_try_uses_up_neither_the_record_nor_the_network() {
        PersonId stranger = person();
        for (int i = 0; i < 100; i++) {
            match(stranger, wrong("TREM54010101"));
        }

        assertThat(match(person(), TestRegister.aurelie())).isInstanceOf(MatchOutcome.Matched.class);
    }

    @Test
    void an_address_tries_fifty_times_an_hour() {
        for (int i = 0; i < 50; i++) {
            match(person(), wrong("Y" + i));
        }

        assertThat(match(person(), TestRegister.aurelie())).isInstanceOf(MatchOutcome.TooManyAttempts.class);
        assertThat(matching().match(person(), TestRegister.aurelie(), "192.0.2.2", NOW))
                .isInstanceOf(MatchOutcome.Matched.class);
    }

    @Test
    void a_government_says_how_often_a_network_tries() {
        Map<String, Object> settings = new HashMap<>(TestRegister.settings());
        settings.put("entente.registers.matches-per-network-and-hour", "2");
        try (TestNode strict = TestNode.government("quebec", settings)) {
            MatchPerson matching = strict.bean(MatchPerson.class);
            People people = strict.bean(People.class);
            for (int i = 0; i < 3; i++) {
                PersonId person = people.enter(new EmailAddress("try-" + i + "@example.org"), Language.FR, NOW)
                        .id();
                assertThat(matching.match(person, wrong("Z" + i), HERE, NOW))
                        .isInstanceOf(i < 2 ? MatchOutcome.NoSuchRecord.class : MatchOutcome.TooManyAttempts.class);
            }
        }
    }

    private static Proof wrong(String number) {
        return new Proof(new RecordId(TestRegister.ID, number), LocalDate.parse("1970-01-01"), "none");
    }

    private MatchOutcome match(PersonId person, Proof proof) {
        return matching().match(person, proof, HERE, NOW);
    }

    private PersonId person() {
        EmailAddress email = new EmailAddress(UUID.randomUUID() + "@example.org");
        return node.bean(People.class).enter(email, Language.FR, NOW).id();
    }

    private String address(PersonId person) {
        return node.bean(People.class).person(person).orElseThrow().email().value();
    }

    private MatchPerson matching() {
        return node.bean(MatchPerson.class);
    }

    private Registers registers() {
        return node.bean(Registers.class);
    }

    private JdbcClient jdbc() {
        return node.bean(JdbcClient.class);
    }

    private void sql(String statement) {
        node.bean(TransactionOperations.class)
                .executeWithoutResult(transaction -> jdbc().sql(statement).update());
    }
}
