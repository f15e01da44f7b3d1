package org.entente.protocols.oid4vci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class CredentialRequestTests {
    @Test
    void reads_what_it_wrote() {
        CredentialRequest byConfiguration = new CredentialRequest(
                new CredentialRequest.Selector.Configuration("proof-of-identity"), List.of("a", "b"));
        CredentialRequest byIdentifier =
                new CredentialRequest(new CredentialRequest.Selector.Identifier("i-1"), List.of("a"));

        assertThat(CredentialRequest.parse(byConfiguration.toJson())).isEqualTo(byConfiguration);
        assertThat(CredentialRequest.parse(byIdentifier.toJson())).isEqualTo(byIdentifier);
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.2 unknown")
    void ignores_unknown_members() {
        assertThat(CredentialRequest.parse(
                        json("{'credential_configuration_id':'a','proofs':{'jwt':['p']},'more':[{}],'proof':1}")))
                .isEqualTo(new CredentialRequest(new CredentialRequest.Selector.Configuration("a"), List.of("p")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | invalid_credential_request",
                "{'proofs':{'jwt':['p']}} | invalid_credential_request",
                "{'credential_configuration_id':7,'proofs':{'jwt':['p']}} | invalid_credential_request",
                "{'credential_configuration_id':'','proofs':{'jwt':['p']}} | invalid_credential_request",
                "{'credential_configuration_id':'a','credential_identifier':'b'} | invalid_credential_request",
                "{'credential_configuration_id':'a'} | invalid_proof",
                "{'credential_configuration_id':'a','proof':{'proof_type':'jwt','jwt':'p'}} | invalid_proof",
                "{'credential_configuration_id':'a','proofs':{}} | invalid_proof",
                "{'credential_configuration_id':'a','proofs':[]} | invalid_proof",
                "{'credential_configuration_id':'a','proofs':{'jwt':[]}} | invalid_proof",
                "{'credential_configuration_id':'a','proofs':{'jwt':'p'}} | invalid_proof",
                "{'credential_configuration_id':'a','proofs':{'jwt':[1]}} | invalid_proof",
                "{'credential_configuration_id':'a','proofs':{'attestation':['p']}} | invalid_proof",
                "{'credential_configuration_id':'a','proofs':{'jwt':['p'],'attestation':['p']}} | invalid_proof",
                "{'credential_configuration_id':'a','credential_response_encryption':{}} | invalid_encryption_parameters"
            })
    @Requirement("OID4VCI 1.0 §8.2 identifier")
    @Requirement("OID4VCI 1.0 §8.2 one-proof-type")
    @Requirement("OID4VCI 1.0 §8.2 proofs-required")
    @Requirement("OID4VCI 1.0 §8.3.1.2 invalid_credential_request")
    @Requirement("OID4VCI 1.0 §8.3.1.2 invalid_proof")
    @Requirement("OID4VCI 1.0 §8.3.1.2 invalid_encryption_parameters")
    void refuses_with_the_code_of_the_specification(String request, String code) {
        assertThatThrownBy(() -> CredentialRequest.parse(json(request)))
                .isInstanceOfSatisfying(
                        ProtocolError.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void responses_and_nonces_are_read_as_written() {
        CredentialResponse response = new CredentialResponse(List.of("c1", "c2"));
        CredentialResponse notified = new CredentialResponse(List.of("c1"), Optional.of("n"));

        assertThat(CredentialResponse.parse(response.toJson())).isEqualTo(response);
        assertThat(CredentialResponse.parse(notified.toJson())).isEqualTo(notified);
        assertThat(NonceResponse.parse(new NonceResponse("n").toJson())).isEqualTo(new NonceResponse("n"));
        assertThatThrownBy(() -> CredentialResponse.parse(json("{'transaction_id':'t','interval':5}")))
                .isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> NonceResponse.parse(Json.newObject())).isInstanceOf(ProtocolError.class);
    }

    private static ObjectNode json(String text) {
        return Json.object(text.replace('\'', '"'));
    }
}
