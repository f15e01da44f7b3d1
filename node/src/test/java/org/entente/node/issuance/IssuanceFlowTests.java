package org.entente.node.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.keys.Keys;
import org.entente.protocols.Requirement;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.CredentialOffer;
import org.entente.protocols.oid4vci.IssuerMetadata;
import org.entente.protocols.sdjwt.SdJwt;
import org.entente.protocols.statuslist.StatusList;
import org.entente.protocols.statuslist.StatusListToken;
import org.entente.protocols.statuslist.StatusListVerdict;
import org.entente.protocols.statuslist.StatusReference;
import org.entente.protocols.x509.CertificateChain;
import org.entente.protocols.x509.Certificates;
import org.entente.protocols.x509.ChainVerdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuanceFlowTests {
    private TestNode node;
    private TestHolder holder;

    @BeforeAll
    void start() {
        node = TestIssuer.start();
        holder = new TestHolder(node);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.2.4 configurations")
    @Requirement("OID4VCI 1.0 §12.2.4 one-display")
    @Requirement("OID4VCI 1.0 §12.2.4 consent")
    @Requirement("HAIP 1.0 §4 batch")
    @Requirement("HAIP 1.0 §4.1 metadata")
    void an_issuer_says_what_it_issues_in_both_languages() {
        IssuerMetadata metadata = metadata();

        assertThat(metadata.authorizationServers()).containsExactly(node.origin());
        assertThat(metadata.batchSize()).isEqualTo(10);
        assertThat(metadata.configurations())
                .allSatisfy(configuration -> {
                    assertThat(configuration.isObtainable()).isTrue();
                    assertThat(configuration.display()).extracting("locale").containsExactly("fr", "en");
                    assertThat(configuration.claims()).isNotEmpty();
                })
                .extracting("id")
                .containsExactly(TestIssuer.IDENTITY, TestIssuer.RESIDENCE);
        assertThat(holder.get("/.well-known/openid-credential-issuer/o/nobody").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.3 anonymous")
    void the_authorization_server_offers_the_grant() {
        ObjectNode metadata = Json.object(
                holder.get("/.well-known/oauth-authorization-server").body());

        assertThat(metadata.path("grant_types_supported").toString())
                .contains("urn:ietf:params:oauth:grant-type:pre-authorized_code");
        assertThat(metadata.path("pre-authorized_grant_anonymous_access_supported")
                        .asBoolean(false))
                .isTrue();
    }

    @Test
    @Requirement("OID4VCI 1.0 §3.3.2 one-dataset")
    @Requirement("OID4VCI 1.0 §8.1 binding")
    @Requirement("OID4VCI 1.0 §8.3 key-once")
    @Requirement("HAIP 1.0 §6.1 cnf")
    void a_batch_says_what_the_register_says_bound_to_each_key() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        List<Signer> keys = holder.keys(10);
        List<String> copies = holder.obtain(holder.token(given), TestIssuer.IDENTITY, keys);

        assertThat(copies).hasSize(10);
        Set<String> bound = new HashSet<>();
        for (String copy : copies) {
            SdJwt credential = SdJwt.parse(copy);
            ObjectNode claims = credential.claims();
            assertThat(claims.path("vct").stringValue()).isEqualTo("urn:entente:ca:proof-of-identity:1");
            assertThat(claims.path("iss").stringValue())
                    .isEqualTo(holder.issuer().toString());
            assertThat(claims.path("name").stringValue()).isEqualTo("Aurélie Rimouski");
            assertThat(claims.path("place_of_birth").path("locality").stringValue())
                    .isEqualTo("Rimouski");
            assertThat(claims.has("address")).isFalse();
            assertThat(claims.path("cnf").path("jwk").propertyNames())
                    .containsExactlyInAnyOrder("kty", "crv", "x", "y");
            bound.add(claims.path("cnf").path("jwk").path("x").stringValue());
        }
        assertThat(bound)
                .isEqualTo(new HashSet<>(keys.stream()
                        .map(key -> key.publicKey().toJson().path("x").stringValue())
                        .toList()));
    }

    @Test
    @Requirement("OID4VCI 1.0 §15.2 selective")
    @Requirement("OID4VCI 1.0 §A.3.4 as-it-is")
    @Requirement("RFC 9901 §9.11 explicit-typ")
    void a_copy_hides_every_claim_until_its_holder_shows_it() {
        CompactJws jwt = SdJwt.parse(obtainOne()).issuerJwt();

        assertThat(jwt.type()).isEqualTo("dc+sd-jwt");
        assertThat(jwt.claims().propertyNames())
                .containsExactlyInAnyOrder("iss", "vct", "iat", "exp", "cnf", "status", "_sd", "_sd_alg");
    }

    @Test
    @Requirement("HAIP 1.0 §6.1.1 x5c")
    void a_copy_is_signed_under_the_governments_authority_for_this_issuer_alone() {
        CompactJws jwt = SdJwt.parse(obtainOne()).issuerJwt();
        var anchor = node.bean(Keys.class).certificateAuthority();

        assertThat(CertificateChain.verify(jwt.certificates(), List.of(anchor), Instant.now()))
                .isInstanceOf(ChainVerdict.Valid.class);
        assertThat(jwt.certificates()).doesNotContain(anchor);
        assertThat(Certificates.sanUris(jwt.certificates().getFirst()))
                .containsExactly(holder.issuer().toString());
    }

    @Test
    @Requirement("OID4VCI 1.0 §15.4.1 rounded")
    @Requirement("HAIP 1.0 §6.1 limited")
    void times_are_those_of_a_day_and_the_same_for_everybody() {
        ObjectNode claims = SdJwt.parse(obtainOne()).claims();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        assertThat(claims.path("iat").longValue())
                .isEqualTo(today.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        assertThat(claims.path("exp").longValue())
                .isEqualTo(today.plusDays(180).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    }

    @Test
    @Requirement("Token Status List §12.5 batch")
    @Requirement("Token Status List §13.1 dedicated")
    @Requirement("Token Status List §9.3 form")
    @Requirement("HAIP 1.0 §6.1 index")
    @Requirement("HAIP 1.0 §6.1 status")
    void each_copy_has_a_place_of_its_own_in_a_list_that_was_published_before() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        List<String> copies = holder.obtain(holder.token(given), TestIssuer.IDENTITY, holder.keys(10));

        List<StatusReference> places =
                copies.stream().map(IssuanceFlowTests::status).toList();
        assertThat(places).doesNotHaveDuplicates();
        assertThat(places).allSatisfy(place -> assertThat(listed(place)).isEqualTo(StatusList.VALID));
        ObjectNode all = Json.object(holder.get("/o/registrar/status").body());
        assertThat(all.path("status_lists").valueStream().map(uri -> URI.create(uri.stringValue())))
                .hasSize(4)
                .containsAll(
                        places.stream().map(StatusReference::uri).distinct().toList());
    }

    @Test
    @Requirement("OID4VCI 1.0 §14.3 several")
    void one_token_serves_several_requests() {
        String token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY, TestIssuer.RESIDENCE));

        assertThat(holder.obtain(token, TestIssuer.IDENTITY, holder.keys(2))).hasSize(2);
        assertThat(holder.obtain(token, TestIssuer.IDENTITY, holder.keys(1))).hasSize(1);
        List<String> residence = holder.obtain(token, TestIssuer.RESIDENCE, holder.keys(1));
        assertThat(SdJwt.parse(residence.getFirst())
                        .claims()
                        .path("address")
                        .path("locality")
                        .stringValue())
                .isEqualTo("Rimouski");
    }

    @Test
    void a_person_of_one_name_gets_no_other() {
        String token = holder.token(holder.offered("NUTA 6202 0202", TestIssuer.IDENTITY));
        ObjectNode claims = SdJwt.parse(holder.obtain(token, TestIssuer.IDENTITY, holder.keys(1))
                        .getFirst())
                .claims();

        assertThat(claims.path("name").stringValue()).isEqualTo("Kangiqsualujjuaq");
        assertThat(claims.has("given_name")).isFalse();
        assertThat(claims.path("name#iu-Cans").stringValue()).isEqualTo("ᑲᖏᕐᓱᐊᓗᔾᔪᐊᖅ");
        assertThat(claims.path("ca_names").size()).isEqualTo(2);
    }

    @Test
    void an_offer_is_read_as_often_as_asked_also_after_it_was_redeemed() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        CredentialOffer before = holder.read(given);
        holder.token(given);

        assertThat(holder.read(given)).isEqualTo(before);
        assertThat(before.credentialIssuer()).isEqualTo(holder.issuer());
        assertThat(before.configurationIds()).containsExactly(TestIssuer.IDENTITY);
    }

    @Test
    @Requirement("OID4VCI 1.0 §15.3 not-kept")
    void nothing_of_a_claim_or_a_secret_stays_in_the_rooms_tables() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        String code = holder.code(given);
        holder.obtain(holder.token(given), TestIssuer.IDENTITY, holder.keys(1));

        String address =
                given.offer().getPath().substring(given.offer().getPath().lastIndexOf('/') + 1);
        for (String table : List.of("offers", "families", "status_entries", "seeds", "spent_nonces")) {
            String rows = node.bean(JdbcClient.class)
                    .sql("select coalesce(string_agg(entry::text, ' '), '') from issuance." + table + " entry")
                    .query(String.class)
                    .single();
            assertThat(rows).doesNotContain("Rimouski", "1984-02-29", code, address, given.transactionCode());
        }
    }

    private String obtainOne() {
        String token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        return holder.obtain(token, TestIssuer.IDENTITY, holder.keys(1)).getFirst();
    }

    private IssuerMetadata metadata() {
        String location = IssuerMetadata.location(holder.issuer()).getPath();
        return IssuerMetadata.parse(Json.object(holder.get(location).body()), holder.issuer());
    }

    private static StatusReference status(String copy) {
        return StatusReference.parse(SdJwt.parse(copy).claims().path("status")).orElseThrow();
    }

    private int listed(StatusReference place) {
        String token = holder.get(place.uri().getPath()).body();
        var key = node.bean(Keys.class)
                .issuer(node.bean(Issuers.class).require(TestIssuer.ORGANISATION))
                .publicKey()
                .toKey();
        return switch (StatusListToken.verify(token, key, place.uri(), Instant.now())) {
            case StatusListVerdict.Valid valid -> valid.list().get(place.index());
            case StatusListVerdict.Refused refused -> throw new AssertionError(refused.reason());
        };
    }
}
