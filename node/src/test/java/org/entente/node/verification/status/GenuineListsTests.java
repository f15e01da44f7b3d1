package org.entente.node.verification.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.verification.TestIssuer;
import org.entente.node.verification.chain.KnownChains;
import org.entente.protocols.statuslist.StatusList;
import org.junit.jupiter.api.Test;

class GenuineListsTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final URI ISSUER = URI.create("https://quebec.example/o/etat-civil");

    private final TestIssuer registrar = TestIssuer.at(ISSUER, NOW);
    private final TestMirror mirror = new TestMirror().with(registrar.statusList(), list(3), NOW);
    private final GenuineLists lists = new GenuineLists(mirror, new KnownChains());

    @Test
    void a_content_is_read_once_and_answered_from_as_long_as_the_copy_is_the_same() {
        StatusList read = find(source(), NOW).orElseThrow();

        assertThat(read.get(3)).isEqualTo(StatusList.INVALID);
        assertThat(find(source(), NOW)).containsSame(read);
    }

    @Test
    void a_copy_that_was_replaced_is_never_answered_from() {
        find(source(), NOW);
        mirror.with(registrar.statusList(), list(4), NOW);

        StatusList fresh = find(source(), NOW).orElseThrow();
        assertThat(fresh.get(3)).isEqualTo(StatusList.VALID);
        assertThat(fresh.get(4)).isEqualTo(StatusList.INVALID);
    }

    @Test
    void a_list_that_was_read_in_its_time_is_none_when_that_is_over() {
        assertThat(find(source(), NOW)).isPresent();

        assertThat(find(source(), NOW.plus(Duration.ofHours(25)))).isEmpty();
        assertThat(find(source(), NOW)).isPresent();
    }

    @Test
    void a_list_of_another_issuer_or_under_another_authority_is_none_also_after_it_was_read() {
        assertThat(find(source(), NOW)).isPresent();
        GenuineLists.Source genuine = source();
        TestIssuer stranger = TestIssuer.at(ISSUER, NOW);

        assertThat(find(
                        new GenuineLists.Source(
                                genuine.address(),
                                genuine.sha256(),
                                URI.create("https://quebec.example/o/sante"),
                                genuine.authority()),
                        NOW))
                .isEmpty();
        assertThat(find(
                        new GenuineLists.Source(genuine.address(), genuine.sha256(), ISSUER, stranger.authority()),
                        NOW))
                .isEmpty();
    }

    @Test
    void there_is_none_without_a_copy() {
        GenuineLists.Source elsewhere = new GenuineLists.Source(
                URI.create(ISSUER + "/status/2"), source().sha256(), ISSUER, registrar.authority());
        assertThat(find(elsewhere, NOW)).isEmpty();
    }

    private Optional<StatusList> find(GenuineLists.Source source, Instant now) {
        return lists.find(source, now);
    }

    private GenuineLists.Source source() {
        URI address = registrar.statusList();
        String version = mirror.version(address).orElseThrow().sha256();
        return new GenuineLists.Source(address, version, ISSUER, registrar.authority());
    }

    private String list(int revoked) {
        return registrar.statusListToken(NOW, revoked);
    }
}
