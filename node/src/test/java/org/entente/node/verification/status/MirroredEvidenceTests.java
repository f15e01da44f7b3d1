package org.entente.node.verification.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.IssuerEvidence.Lack;
import org.entente.node.verification.TestIssuer;
import org.entente.node.verification.chain.KnownChains;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.IssuerMetadata;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class MirroredEvidenceTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final URI ISSUER = URI.create("https://quebec.example/o/etat-civil");
    private static final URI METADATA = IssuerMetadata.location(ISSUER);
    private static final URI AGGREGATION = URI.create(ISSUER + "/lists");

    private final TestIssuer registrar = TestIssuer.at(ISSUER, NOW);
    private final TestMirror mirror = new TestMirror()
            .with(METADATA, metadata(TestIssuer.TYPE), NOW)
            .with(AGGREGATION, registrar.aggregation(), NOW)
            .with(registrar.statusList(), registrar.statusListToken(NOW), NOW);

    @Test
    void nothing_is_lacking_where_metadata_certificate_and_list_are_at_hand() {
        assertThat(lacks()).isEmpty();
    }

    @Test
    void metadata_may_be_missing_malformed_another_issuers_or_without_the_type() {
        assertThat(lacks(new TestMirror())).containsExactly(Lack.METADATA_MISSING);
        mirror.with(METADATA, "{", NOW);
        assertThat(lacks()).containsExactly(Lack.METADATA_MALFORMED);
        mirror.with(METADATA, metadata(TestIssuer.TYPE).replace("etat-civil", "parks"), NOW);
        assertThat(lacks()).containsExactly(Lack.METADATA_MALFORMED);
        mirror.with(METADATA, metadata("urn:other"), NOW);
        assertThat(lacks()).containsExactly(Lack.TYPE_NOT_OFFERED);
    }

    @Test
    void lists_may_be_unnamed_or_not_read_yet() {
        mirror.with(METADATA, metadata(TestIssuer.TYPE).replace("status_list_aggregation_endpoint", "elsewhere"), NOW);
        assertThat(lacks()).containsExactly(Lack.LISTS_UNNAMED);
        mirror.with(METADATA, metadata(TestIssuer.TYPE), NOW).with(AGGREGATION, "{\"status_lists\":[]}", NOW);
        assertThat(lacks()).containsExactly(Lack.LISTS_UNNAMED);
        TestMirror unread = new TestMirror().with(METADATA, metadata(TestIssuer.TYPE), NOW);
        assertThat(lacks(unread)).containsExactly(Lack.LIST_MISSING);
        assertThat(lacks(unread.with(AGGREGATION, registrar.aggregation(), NOW)))
                .containsExactly(Lack.LIST_MISSING);
    }

    @Test
    void a_list_may_be_stale_expired_or_no_list() {
        mirror.with(registrar.statusList(), registrar.statusListToken(NOW), NOW.minusSeconds(3601));
        assertThat(lacks()).containsExactly(Lack.LIST_STALE);
        mirror.with(registrar.statusList(), registrar.statusListToken(NOW.minus(Duration.ofHours(25))), NOW);
        assertThat(lacks()).containsExactly(Lack.LIST_NOT_GENUINE);
        mirror.with(registrar.statusList(), "nothing", NOW);
        assertThat(lacks()).containsExactly(Lack.LIST_NOT_GENUINE);
    }

    @Test
    void the_certificate_may_be_another_authoritys_another_organisations_or_out_of_date() {
        X509Certificate next = TestIssuer.at(ISSUER, NOW).authority();
        assertThat(lacks(mirror, next, NOW)).containsExactly(Lack.CERTIFICATE_FOREIGN);
        TestIssuer colleague = registrar.colleague(URI.create("https://quebec.example/o/parks"), NOW);
        TestIssuer inAnothersName =
                new TestIssuer(ISSUER, colleague.authorityKey(), colleague.authority(), colleague.key());
        mirror.with(registrar.statusList(), inAnothersName.statusListToken(NOW), NOW);
        assertThat(lacks()).containsExactly(Lack.CERTIFICATE_OTHER_NAME);
        mirror.with(registrar.statusList(), registrar.statusListToken(NOW), NOW.plus(Duration.ofDays(2)));
        assertThat(lacks(mirror, registrar.authority(), NOW.plus(Duration.ofDays(2))))
                .containsExactly(Lack.CERTIFICATE_EXPIRED);
    }

    private Set<Lack> lacks() {
        return lacks(mirror);
    }

    private Set<Lack> lacks(TestMirror copies) {
        return lacks(copies, registrar.authority(), NOW);
    }

    private Set<Lack> lacks(TestMirror copies, X509Certificate authority, Instant now) {
        KnownChains chains = new KnownChains();
        return new MirroredEvidence(copies, new GenuineLists(copies, chains), chains)
                .lacks(ISSUER, authority, TestIssuer.TYPE, Duration.ofHours(1), now);
    }

    private static String metadata(String type) {
        ObjectNode json = new IssuerMetadata(
                        ISSUER,
                        List.of(),
                        URI.create(ISSUER + "/credential"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(AGGREGATION),
                        1,
                        List.of(),
                        List.of())
                .toJson();
        json.withObject("/credential_configurations_supported")
                .putObject("one")
                .put("format", "dc+sd-jwt")
                .put("vct", type);
        return Json.write(json);
    }
}
