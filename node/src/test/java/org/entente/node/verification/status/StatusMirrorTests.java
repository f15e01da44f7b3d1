package org.entente.node.verification.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.verification.TestAgreements;
import org.entente.node.verification.TestIssuer;
import org.entente.protocols.Requirement;
import org.entente.protocols.oid4vci.IssuerMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusMirrorTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final URI ISSUER = URI.create("https://quebec.example/o/etat-civil");
    private static final URI METADATA = IssuerMetadata.location(ISSUER);
    private static final URI AGGREGATION = URI.create(ISSUER + "/lists");

    private final TestIssuer registrar = TestIssuer.at(ISSUER, NOW);
    private final TestMirror mirror = new TestMirror();

    @Test
    @Requirement("Token Status List §9.1 aggregation")
    void follows_an_issuers_metadata_to_its_aggregation_and_from_there_to_its_lists() {
        assertThat(wanted()).containsExactly(METADATA);

        mirror.with(METADATA, registrar.metadata(), NOW);
        assertThat(wanted()).containsExactlyInAnyOrder(METADATA, AGGREGATION);

        mirror.with(AGGREGATION, registrar.aggregation(), NOW);
        assertThat(wanted()).containsExactlyInAnyOrder(METADATA, AGGREGATION, registrar.statusList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://somebody.example/lists",
                "https://quebec.example.somebody.example/lists",
                "https://quebec.example:8443/lists",
                "https://user@quebec.example/lists",
                "file:///etc/passwd",
                "relative",
                ""
            })
    void fetches_nothing_outside_of_the_issuers_origin(String address) {
        String metadata = registrar.metadata().replace(AGGREGATION.toString(), address);
        assertThat(wanted(new TestMirror().with(METADATA, metadata, NOW))).containsExactly(METADATA);

        TestMirror listed = new TestMirror()
                .with(METADATA, registrar.metadata(), NOW)
                .with(AGGREGATION, "{\"status_lists\":[\"" + address + "\"]}", NOW);
        assertThat(wanted(listed)).containsExactlyInAnyOrder(METADATA, AGGREGATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"credential_issuer\":\"https://somebody.example\"}"})
    void metadata_that_cannot_be_read_or_are_anothers_lead_nowhere(String metadata) {
        assertThat(wanted(new TestMirror().with(METADATA, metadata, NOW))).containsExactly(METADATA);
    }

    private Set<URI> wanted() {
        return wanted(mirror);
    }

    private Set<URI> wanted(TestMirror copies) {
        TestAgreements agreements = new TestAgreements(Map.of(ISSUER, registrar.authority()), Optional.empty());
        return new StatusMirror(agreements, copies, InstantSource.fixed(NOW)).wanted();
    }
}
