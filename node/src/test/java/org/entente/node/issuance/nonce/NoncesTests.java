package org.entente.node.issuance.nonce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.issuance.Issuers;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Text;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NoncesTests {
    /** The real time: the node's own job forgets by it what nobody could spend any more. */
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    @Requirement("OID4VCI 1.0 §7.1 post")
    @Requirement("OID4VCI 1.0 §13.8 nonce")
    void a_nonce_is_current_for_its_issuer_and_its_time_and_leaves_no_trace_until_it_is_spent() {
        try (TestNode node = TestIssuer.start()) {
            Nonces nonces = node.bean(Nonces.class);
            Organisation issuer = node.bean(Issuers.class).require(TestIssuer.ORGANISATION);
            Organisation other = new Organisation("other", new Text("Autre", "Other"));
            String nonce = nonces.make(issuer, NOW);

            assertThat(nonces.isCurrent(issuer, nonce, NOW.plusSeconds(299))).isTrue();
            assertThat(nonces.isCurrent(issuer, nonce, NOW.plusSeconds(300))).isFalse();
            assertThat(nonces.isCurrent(other, nonce, NOW)).isFalse();
            assertThat(spent(node)).isZero();
            assertThat(spends(node, nonce)).isTrue();
            assertThat(spends(node, nonce)).isFalse();
            nonces.forget(NOW.plusSeconds(400));
            assertThat(spends(node, nonce))
                    .as("kept for as long as it could be current")
                    .isFalse();
            nonces.forget(NOW.plusSeconds(4000));
            assertThat(spent(node)).isZero();

            TestHolder holder = new TestHolder(node);
            assertThat(holder.nonce()).isNotEqualTo(holder.nonce());
            assertThat(holder.get("/o/registrar/nonce").statusCode()).isEqualTo(405);
        }
    }

    private static boolean spends(TestNode node, String nonce) {
        return node.bean(JdbcClient.class)
                        .sql(Nonces.SPEND)
                        .params(node.bean(Nonces.class).spending(nonce))
                        .update()
                == 1;
    }

    /** What stands in it besides 128 random bits is public: its end and our mark. */
    @Test
    @Requirement("OID4VCI 1.0 §7.2 unpredictable")
    void of_nonces_made_at_one_moment_none_says_anything_of_the_next() {
        try (TestNode node = TestIssuer.start()) {
            Nonces nonces = node.bean(Nonces.class);
            Organisation issuer = node.bean(Issuers.class).require(TestIssuer.ORGANISATION);
            int count = 1000;
            int[] ones = new int[128];
            Set<ByteBuffer> seen = new HashSet<>();
            for (int i = 0; i < count; i++) {
                byte[] random = Arrays.copyOf(Base64.getUrlDecoder().decode(nonces.make(issuer, NOW)), 16);
                seen.add(ByteBuffer.wrap(random));
                BitSet.valueOf(random).stream().forEach(bit -> ones[bit]++);
            }

            assertThat(seen).hasSize(count);
            // Eight standard deviations from the half: a fair bit never strays so far.
            assertThat(Arrays.stream(ones)).allMatch(bit -> Math.abs(bit - count / 2) < 127);
        }
    }

    @Test
    @Requirement("Security §2 nonce-once")
    void a_nonce_has_one_spelling_and_buys_once() {
        try (TestNode node = TestIssuer.start()) {
            TestHolder holder = new TestHolder(node);
            String token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
            String given = holder.nonce();
            holder.request(token, TestIssuer.IDENTITY, holder.proofs(holder.keys(1), given));

            for (String spelling : spellings(given)) {
                var answer = holder.request(token, TestIssuer.IDENTITY, holder.proofs(holder.keys(1), spelling));

                assertThat(answer.statusCode()).as(spelling).isEqualTo(400);
                assertThat(answer.body()).contains("invalid_nonce");
            }
            assertThat(spent(node)).isEqualTo(1);
        }
    }

    /** Texts that a lenient reader of base64url takes for the same bytes, and the text itself. */
    private static List<String> spellings(String nonce) {
        byte[] bytes = Base64.getUrlDecoder().decode(nonce);
        String stem = nonce.substring(0, nonce.length() - 1);
        List<String> same = new ArrayList<>();
        for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            for (String padding : List.of("", "=", "==")) {
                if (isDecodedTo(bytes, stem + last + padding)) {
                    same.add(stem + last + padding);
                }
            }
        }
        assertThat(same).hasSizeGreaterThan(1).contains(nonce);
        return same;
    }

    private static boolean isDecodedTo(byte[] bytes, String text) {
        try {
            return Arrays.equals(bytes, Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static long spent(TestNode node) {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from issuance.spent_nonces")
                .query(Long.class)
                .single();
    }
}
