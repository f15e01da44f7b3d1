package org.entente.node.issuance.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.TestNode;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.issuance.TestResidents;
import org.entente.node.issuance.family.Families;
import org.entente.node.issuance.family.Family;
import org.entente.node.issuance.family.RevocationReason;
import org.entente.node.registers.RecordId;
import org.entente.node.registers.TestRegister;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DepartedRecordsTests {
    private static final String STAYS = "GASP 7303 0303";

    @Test
    void what_was_made_from_a_record_ends_a_day_after_it_left_its_register(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("register.csv");
        String all = new ClassPathResource("registers/residents.csv").getContentAsString(StandardCharsets.UTF_8);
        Files.writeString(file, all);
        try (TestResidents residents = new TestResidents(Map.of("entente.registers.sources[0].file", "file:" + file))) {
            TestNode node = residents.node();
            TestBrowser resident = residents.resident();
            issue(node, TestIssuer.RECORD);
            issue(node, STAYS);

            Files.writeString(file, without(all, "TREM"));
            TestRegister.reimport(node);
            assertThat(revoke(node, Duration.ofHours(23))).as("within a day").isZero();
            Files.writeString(file, all);
            TestRegister.reimport(node);
            assertThat(revoke(node, Duration.ofDays(2))).as("it is back").isZero();
            assertThat(reason(node, TestIssuer.RECORD)).isEmpty();

            Files.writeString(file, without(all, "TREM"));
            TestRegister.reimport(node);
            assertThat(revoke(node, Duration.ofHours(25))).isOne();
            assertThat(reason(node, TestIssuer.RECORD)).contains(RevocationReason.RECORD_ENDED);
            assertThat(reason(node, STAYS)).isEmpty();
            assertThat(revoke(node, Duration.ofDays(2))).as("once").isZero();
            assertThat(node.bean(JdbcClient.class)
                            .sql("select count(*) from registers.departures")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(resident.get("/fr/attestations").body()).contains("Le registre n’a plus le dossier");
            hadLeftBeforeTheUpgrade(node);
        }
    }

    /** What left before departures were noted is noted by the upgrade, and nothing else. */
    private static void hadLeftBeforeTheUpgrade(TestNode node) throws IOException {
        node.bean(JdbcClient.class)
                .sql(new ClassPathResource("db/migration/registers/V4__records_that_had_left.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .update();
        assertThat(revoke(node, Duration.ofHours(23))).isZero();
        assertThat(revoke(node, Duration.ofHours(25))).isOne();
    }

    private static void issue(TestNode node, String record) {
        TestHolder holder = new TestHolder(node);
        holder.obtain(holder.token(holder.offered(record, TestIssuer.IDENTITY)), TestIssuer.IDENTITY, holder.keys(2));
    }

    private static String without(String all, String number) {
        return String.join(
                "\n", all.lines().filter(line -> !line.startsWith(number)).toList());
    }

    private static int revoke(TestNode node, Duration later) {
        return node.bean(RevokeDeparted.class).revokeSome(Instant.now().plus(later));
    }

    private static Optional<RevocationReason> reason(TestNode node, String record) {
        CredentialType type =
                node.bean(CredentialTypes.class).find(TestIssuer.IDENTITY).orElseThrow();
        List<Family> families = node.bean(Families.class)
                .of(type, RecordId.parse(TestRegister.ID, record).orElseThrow());
        assertThat(families).hasSize(1);
        return families.getFirst().revoked().map(Family.Revoked::reason);
    }
}
