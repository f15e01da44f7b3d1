package org.entente.protocols.oid4vci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CredentialOfferTests {
    private static final CredentialOffer OFFER = new CredentialOffer(
            URI.create("https://issuer.example/o/registry"),
            List.of("proof-of-identity"),
            Optional.of(new PreAuthorizedCode(
                    "code-1",
                    Optional.of(new TransactionCode(TransactionCode.InputMode.NUMERIC, 6, "Sur la page")),
                    Optional.empty())));

    /** OID4VCI 1.0 §4.1.1, the example of the pre-authorized code flow. */
    private static final String SPECIFICATION_EXAMPLE = """
            {"credential_issuer":"https://credential-issuer.example.com",
             "credential_configuration_ids":["UniversityDegreeCredential","org.iso.18013.5.1.mDL"],
             "grants":{"urn:ietf:params:oauth:grant-type:pre-authorized_code":{
               "pre-authorized_code":"oaKazRN8I0IbtZ0C7JuMn5",
               "tx_code":{"length":4,"input_mode":"numeric",
                 "description":"Please provide the one-time code that was sent via e-mail"}}}}
            """;

    @Test
    void reads_what_it_wrote() {
        assertThat(CredentialOffer.parse(OFFER.toJson())).isEqualTo(OFFER);
    }

    @Test
    void reads_and_writes_the_specifications_example() {
        CredentialOffer offer = CredentialOffer.parse(Json.object(SPECIFICATION_EXAMPLE));

        assertThat(offer.toJson()).isEqualTo(Json.object(SPECIFICATION_EXAMPLE));
        assertThat(offer.preAuthorized()
                        .orElseThrow()
                        .transactionCode()
                        .orElseThrow()
                        .length())
                .isEqualTo(4);
    }

    @Test
    void reads_and_writes_both_grants() {
        String both = """
                {"credential_issuer":"https://i.example","credential_configuration_ids":["a"],
                 "grants":{"authorization_code":{"issuer_state":"s","authorization_server":"https://as.example"},
                   "urn:ietf:params:oauth:grant-type:pre-authorized_code":{"pre-authorized_code":"c"}}}""";
        CredentialOffer offer = CredentialOffer.parse(Json.object(both));

        assertThat(offer.authorizationCode().orElseThrow().issuerState()).contains("s");
        assertThat(offer.toJson()).isEqualTo(Json.object(both));
    }

    @Test
    @Requirement("OID4VCI 1.0 §4.1.1 unknown")
    void ignores_unknown_members_and_grants() {
        CredentialOffer offer = CredentialOffer.parse(Json.object("""
                {"credential_issuer":"https://i.example","credential_configuration_ids":["a"],"more":{},
                 "grants":{"urn:example:other":{"issuer_state":"s"}}}"""));

        assertThat(offer.preAuthorized()).isEmpty();
        assertThat(offer.authorizationCode()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'credential_issuer':'https://i.example'}",
                "{'credential_issuer':'https://i.example','credential_configuration_ids':[]}",
                "{'credential_issuer':'https://i.example','credential_configuration_ids':['a','a']}",
                "{'credential_issuer':'https://i.example','credential_configuration_ids':'a'}",
                "{'credential_issuer':'not an address','credential_configuration_ids':['a']}",
                "{'credential_issuer':'https://i.example','credential_configuration_ids':['a'],"
                        + "'grants':{'urn:ietf:params:oauth:grant-type:pre-authorized_code':{}}}",
                "{'credential_issuer':'https://i.example','credential_configuration_ids':['a'],"
                        + "'grants':{'authorization_code':{'issuer_state':7}}}",
                "{'credential_issuer':'https://i.example','credential_configuration_ids':['a'],"
                        + "'grants':{'urn:ietf:params:oauth:grant-type:pre-authorized_code':"
                        + "{'pre-authorized_code':'c','tx_code':{'length':-1}}}}"
            })
    @Requirement("OID4VCI 1.0 §4.1.1 credential_issuer")
    @Requirement("OID4VCI 1.0 §4.1.1 configurations")
    void refuses_a_malformed_offer(String json) {
        assertThatThrownBy(() -> CredentialOffer.parse(Json.object(json.replace('\'', '"'))))
                .isInstanceOfSatisfying(
                        ProtocolError.class, e -> assertThat(e.code()).isEqualTo("invalid_credential_offer"));
    }

    @Test
    @Requirement("OID4VCI 1.0 §4.1.1 tx_code-description")
    void a_description_of_the_transaction_code_has_three_hundred_characters_at_most() {
        ObjectNode offer = Json.object(SPECIFICATION_EXAMPLE);
        ObjectNode code = (ObjectNode) offer.at("/grants/urn:ietf:params:oauth:grant-type:pre-authorized_code/tx_code");

        code.put("description", "é".repeat(300));
        assertThat(CredentialOffer.parse(offer).toJson()).isEqualTo(offer);
        code.put("description", "é".repeat(301));
        assertThatThrownBy(() -> CredentialOffer.parse(offer)).isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> new TransactionCode(TransactionCode.InputMode.TEXT, 4, "é".repeat(301)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement("OID4VCI 1.0 §4.1 one-way")
    void a_link_carries_the_offer_or_its_address() {
        CredentialOfferLink byValue = new CredentialOfferLink.ByValue(OFFER);
        CredentialOfferLink byReference =
                new CredentialOfferLink.ByReference(URI.create("https://issuer.example/o/registry/offers/1"));

        assertThat(CredentialOfferLink.parse(Optional.of(Json.write(OFFER.toJson())), Optional.empty()))
                .isEqualTo(byValue);
        assertThat(byReference.to(CredentialOfferLink.SCHEME))
                .isEqualTo("openid-credential-offer://?credential_offer_uri="
                        + "https%3A%2F%2Fissuer.example%2Fo%2Fregistry%2Foffers%2F1");
        assertThat(URI.create(byValue.to("https://wallet.example/offer")).getQuery())
                .isEqualTo("credential_offer=" + Json.write(OFFER.toJson()));
    }

    @Test
    @Requirement("OID4VCI 1.0 §4.1 one-way")
    void refuses_a_link_with_both_or_neither() {
        assertThatThrownBy(() -> CredentialOfferLink.parse(Optional.empty(), Optional.empty()))
                .isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> CredentialOfferLink.parse(Optional.of("{}"), Optional.of("https://i.example")))
                .isInstanceOf(ProtocolError.class);
    }
}
