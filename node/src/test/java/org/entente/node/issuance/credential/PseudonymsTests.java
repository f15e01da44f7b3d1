package org.entente.node.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.Issuers;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.issuance.nonce.Nonces;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Text;
import org.entente.node.keys.Keys;
import org.entente.node.registers.RecordId;
import org.entente.node.signin.Simultaneously;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.sdjwt.SdJwt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PseudonymsTests {
    private static final RecordId RECORD = new RecordId("residents", "A1");
    private static final Set<String> SECTORS = Set.of("health", "housing");

    private TestNode node;
    private Organisation issuer;

    @BeforeAll
    void start() {
        node = TestIssuer.start();
        issuer = node.bean(Issuers.class).require(TestIssuer.ORGANISATION);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void a_person_has_one_pseudonym_for_each_sector_and_keeps_it() {
        ObjectNode first = pseudonyms().of(issuer, RECORD, SECTORS);

        assertThat(first.propertyNames()).containsExactlyInAnyOrderElementsOf(SECTORS);
        assertThat(first.path("health")).isNotEqualTo(first.path("housing"));
        assertThat(pseudonyms().of(issuer, RECORD, Set.of("health")).path("health"))
                .isEqualTo(first.path("health"));
    }

    @Test
    void another_person_and_another_issuer_have_others() {
        Organisation other = new Organisation("other", new Text("Autre", "Other"));
        Set<String> values = new HashSet<>();
        values.add(health(issuer, RECORD));
        values.add(health(issuer, new RecordId("residents", "A2")));
        values.add(health(other, RECORD));

        assertThat(values).hasSize(3);
    }

    @Test
    void requests_that_come_first_together_agree_on_the_seed() {
        RecordId fresh = new RecordId("residents", "B9");

        List<String> values = Simultaneously.attempt(20, i -> () -> health(issuer, fresh));

        assertThat(new HashSet<>(values)).hasSize(1);
    }

    @Test
    void a_seed_does_not_tell_whose_it_is() {
        health(issuer, RECORD);

        assertThat(node.bean(JdbcClient.class)
                        .sql("select coalesce(string_agg(seeds::text, ' '), '') from issuance.seeds")
                        .query(String.class)
                        .single())
                .doesNotContain("residents");
    }

    @Test
    void each_pseudonym_is_shown_on_its_own() {
        CredentialType type =
                node.bean(CredentialTypes.class).find(TestIssuer.IDENTITY).orElseThrow();
        Keys keys = node.bean(Keys.class);
        Instant now = Instant.now();
        HolderKeys.Proven proven = new HolderKeys.Proven(
                List.of(keys.newKey().publicKey()), node.bean(Nonces.class).make(type.organisation(), now));
        Recipient recipient =
                new Recipient(new RecordId("residents", TestIssuer.RECORD), Optional.empty(), "a wallet's key");
        IssueBatch.Prepared prepared = new IssueBatch.Prepared(type, SECTORS, LocalDate.ofInstant(now, ZoneOffset.UTC));

        CredentialOutcome outcome = node.bean(TransactionOperations.class)
                .execute(transaction -> node.bean(IssueBatch.class).issue(prepared, recipient, proven, now));

        SdJwt copy =
                SdJwt.parse(((CredentialOutcome.Issued) outcome).credentials().getFirst());
        assertThat(copy.claims().path("pseudonyms").propertyNames()).containsExactlyInAnyOrderElementsOf(SECTORS);
        SdJwt shown = copy.withOnly(List.of(ClaimPath.of("pseudonyms", "health")));
        assertThat(shown.claims().path("pseudonyms").propertyNames()).containsExactly("health");
        assertThat(shown.claims().has("name")).isFalse();
    }

    private String health(Organisation by, RecordId record) {
        return pseudonyms().of(by, record, Set.of("health")).path("health").stringValue();
    }

    private Pseudonyms pseudonyms() {
        return node.bean(Pseudonyms.class);
    }
}
