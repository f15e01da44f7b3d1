package org.entente.protocols.oid4vci;

import java.util.List;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * One kind of credential that an issuer supports (OID4VCI 1.0 §12.2.4, Appendix A.3).
 *
 * @param id its name in offers and requests
 * @param format {@link #SD_JWT_VC}, or another that is not known here
 * @param scope empty where the issuer gives none
 * @param vct the credential type (SD-JWT VC §3.2.2.1); empty in another format
 * @param proofAlgorithms JOSE algorithms accepted in {@code jwt} key proofs; none where the issuer takes no such proof
 */
public record CredentialConfiguration(
        String id,
        String format,
        String scope,
        String vct,
        List<String> proofAlgorithms,
        List<Display> display,
        List<ClaimDescription> claims) {
    /** The format that is issued and read here (OID4VCI 1.0 Appendix A.3). */
    public static final String SD_JWT_VC = "dc+sd-jwt";

    public CredentialConfiguration {
        proofAlgorithms = List.copyOf(proofAlgorithms);
        display = List.copyOf(display);
        claims = List.copyOf(claims);
    }

    static CredentialConfiguration parse(String id, Members configuration) {
        Members metadata = configuration.in(configuration.object().path("credential_metadata"));
        Members jwtProof = configuration.in(
                configuration.object().path("proof_types_supported").path("jwt"));
        return new CredentialConfiguration(
                id,
                configuration.string("format"),
                configuration.optionalString("scope").orElse(""),
                configuration.optionalString("vct").orElse(""),
                jwtProof.strings("proof_signing_alg_values_supported"),
                Display.parse(metadata),
                metadata.items("claims").stream()
                        .flatMap(claim -> ClaimDescription.parse(metadata.in(claim)).stream())
                        .toList());
    }

    ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("format", format);
        if (!vct.isEmpty()) {
            json.put("vct", vct);
        }
        if (!scope.isEmpty()) {
            json.put("scope", scope);
        }
        json.putArray("credential_signing_alg_values_supported").add("ES256");
        if (!proofAlgorithms.isEmpty()) {
            json.putArray("cryptographic_binding_methods_supported").add("jwk");
            proofAlgorithms.forEach(json.putObject("proof_types_supported")
                    .putObject("jwt")
                    .putArray("proof_signing_alg_values_supported")::add);
        }
        ObjectNode metadata = json.putObject("credential_metadata");
        metadata.set("display", Display.toJson(display));
        metadata.putArray("claims")
                .addAll(claims.stream().map(ClaimDescription::toJson).toList());
        return json;
    }

    /** Whether a wallet that proves its keys with ES256 can obtain it. */
    public boolean isObtainable() {
        return format.equals(SD_JWT_VC) && !vct.isEmpty() && proofAlgorithms.contains("ES256");
    }
}
