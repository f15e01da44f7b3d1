package org.entente.protocols.fuzz;

import static org.entente.protocols.fuzz.SignedParsers.NOW;
import static org.entente.protocols.fuzz.SignedParsers.SIGNER;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.dcql.DcqlMatching;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.dcql.Holding;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.Form;
import org.entente.protocols.oid4vci.AuthorizationDetail;
import org.entente.protocols.oid4vci.CredentialOffer;
import org.entente.protocols.oid4vci.CredentialOfferLink;
import org.entente.protocols.oid4vci.CredentialRequest;
import org.entente.protocols.oid4vci.CredentialResponse;
import org.entente.protocols.oid4vci.HolderProof;
import org.entente.protocols.oid4vci.IssuerMetadata;
import org.entente.protocols.oid4vci.NonceResponse;
import org.entente.protocols.oid4vci.NotificationRequest;
import org.entente.protocols.oid4vp.ClientMetadata;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.FaultyRequest;
import org.entente.protocols.oid4vp.RequestLink;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.RequestVerdict;
import org.entente.protocols.oid4vp.RequestVerification;
import org.entente.protocols.oid4vp.StatedPurpose;
import org.entente.protocols.oid4vp.WalletAnswer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The readers of what issuers, wallets and verifiers say to each other. */
final class CredentialParsers {
    private static final URI ISSUER = URI.create("https://quebec.example/o/etat-civil");
    private static final Holding HOLDING = new Holding(
            "1",
            "dc+sd-jwt",
            "urn:example:identity",
            Set.of("aki"),
            Json.object("{\"name\":\"Gaspé\",\"address\":{\"locality\":\"Percé\"},\"list\":[1]}"));

    private CredentialParsers() {}

    static List<Parser> all() {
        return Stream.concat(issuing().stream(), presenting().stream()).toList();
    }

    private static List<Parser> issuing() {
        return List.of(
                Parser.ofObject("offer", json -> CredentialOffer.parse(json).toJson(), offer()),
                Parser.ofText(
                        "offer-link",
                        CredentialParsers::offerLink,
                        "credential_offer=" + Json.write(offer()),
                        "credential_offer_uri=https%3A%2F%2Fquebec.example%2Foffers%2F1"),
                Parser.ofObject(
                        "authorization-detail",
                        json -> AuthorizationDetail.parse(json).toJson(),
                        detail()),
                Parser.ofObject(
                        "issuer-metadata",
                        json -> IssuerMetadata.parse(json, ISSUER).toJson(),
                        issuerMetadata()),
                new Parser(
                        "credential-request",
                        List.of(Json.bytes(credentialRequest())),
                        1,
                        bytes -> CredentialRequest.parse(bytes).toJson()),
                Parser.ofObject(
                        "credential-response",
                        json -> CredentialResponse.parse(json).toJson(),
                        new CredentialResponse(List.of("a~", "b~"), Optional.of("n-1")).toJson()),
                Parser.ofObject(
                        "notification",
                        json -> NotificationRequest.parse(json).toJson(),
                        new NotificationRequest("n-1", NotificationRequest.Event.CREDENTIAL_ACCEPTED).toJson()),
                Parser.ofObject("nonce", json -> NonceResponse.parse(json).toJson(), new NonceResponse("n-1").toJson()),
                Parser.ofText(
                        "holder-proof", CredentialParsers::holderProof, HolderProof.create(SIGNER, ISSUER, "n", NOW)),
                Parser.ofObject("holder-proof-claims", CredentialParsers::signedProof, proofClaims())
                        .withSignatures());
    }

    private static List<Parser> presenting() {
        return List.of(
                Parser.ofObject(
                        "request-object",
                        json -> RequestObject.parse(json).toJson(),
                        request().toJson()),
                Parser.ofText(
                        "request-signed", CredentialParsers::request, request().sign(SIGNER)),
                Parser.ofObject(
                                "request-claims",
                                CredentialParsers::signedRequest,
                                request().toJson())
                        .withSignatures(),
                Parser.ofText("request-link", CredentialParsers::requestLink, "https://bc.example/requests/1"),
                Parser.ofText(
                        "direct-post",
                        CredentialParsers::directPost,
                        "response=e30.a.b.c.d",
                        "error=access_denied&state=s"),
                new Parser(
                        "direct-post-answer",
                        List.of(Json.bytes(DirectPost.redirectTo(ISSUER))),
                        1,
                        bytes -> DirectPost.redirect(bytes)
                                .<Object>map(DirectPost::redirectTo)
                                .orElse("")),
                new Parser(
                        "wallet-answer",
                        walletAnswers(),
                        1,
                        bytes -> WalletAnswer.parse(bytes).toJson()),
                Parser.ofJson("dcql", CredentialParsers::query, Json.parse(QUERY)),
                Parser.ofJson(
                        "claim-path",
                        json -> ClaimPath.parse(json).toJson(),
                        ClaimPath.of("address", "x").toJson()));
    }

    private static final String QUERY = """
            {"credentials": [
               {"id": "identity", "format": "dc+sd-jwt", "meta": {"vct_values": ["urn:example:identity"]},
                "trusted_authorities": [{"type": "aki", "values": ["aki"]}],
                "claims": [{"id": "a", "path": ["name"], "values": ["Gaspé", 1, true]}, {"id": "b", "path": ["address", "locality"]}],
                "claim_sets": [["a", "b"], ["a"]]},
               {"id": "other", "format": "dc+sd-jwt", "meta": {"vct_values": ["urn:example:other"]}}],
             "credential_sets": [{"options": [["identity"], ["other"]], "required": true}]}""";

    private static Object query(JsonNode json) {
        DcqlQuery query = DcqlQuery.parse(json);
        DcqlMatching.match(query, List.of(HOLDING, HOLDING));
        return query.toJson();
    }

    private static Object offerLink(String text) {
        Form form = Form.ofQuery(text);
        CredentialOfferLink link =
                CredentialOfferLink.parse(form.value("credential_offer"), form.value("credential_offer_uri"));
        return link.to("x").substring(2);
    }

    private static Object holderProof(String text) {
        return switch (HolderProof.verify(text, ISSUER, "client", NOW)) {
            case HolderProof.Verdict.Valid _ -> "";
            case HolderProof.Verdict.Invalid invalid -> throw new ProtocolError("invalid_proof", invalid.reason());
        };
    }

    private static Object signedProof(ObjectNode claims) {
        return holderProof(CompactJws.sign(SIGNER, HolderProof.TYPE, claims, JoseOption.KEY));
    }

    private static Object request(String text) {
        if (new RequestVerification(RequestObject.clientId(SIGNER), "").verify(text, NOW)
                instanceof RequestVerdict.Faulty(FaultyRequest request, var _)) {
            request.toPost();
        }
        return "";
    }

    private static Object signedRequest(ObjectNode claims) {
        return request(CompactJws.sign(SIGNER, "oauth-authz-req+jwt", claims, JoseOption.CERTIFICATES));
    }

    private static Object requestLink(String text) {
        return RequestLink.parse("client", text).requestUri().toString();
    }

    private static Object directPost(String text) {
        Form form = Form.parse("application/x-www-form-urlencoded", text.getBytes(StandardCharsets.UTF_8));
        Map<String, List<String>> fields = new java.util.LinkedHashMap<>();
        for (String name : List.of("response", "error", "state")) {
            fields.put(name, form.value(name).stream().toList());
        }
        DirectPost.parse(fields).toForm();
        return "";
    }

    private static ObjectNode offer() {
        return Json.object("""
                {"credential_issuer": "https://quebec.example/o/etat-civil", "credential_configuration_ids": ["identity"],
                 "grants": {"authorization_code": {"issuer_state": "s", "authorization_server": "https://quebec.example"},
                  "urn:ietf:params:oauth:grant-type:pre-authorized_code": {"pre-authorized_code": "c",
                   "tx_code": {"input_mode": "numeric", "length": 6, "description": "par courriel"}}}}""");
    }

    private static ObjectNode detail() {
        return new AuthorizationDetail("identity", Optional.of(ISSUER), List.of("one")).toJson();
    }

    private static ObjectNode issuerMetadata() {
        return Json.object("""
                {"credential_issuer": "https://quebec.example/o/etat-civil",
                 "authorization_servers": ["https://quebec.example"],
                 "credential_endpoint": "https://quebec.example/o/etat-civil/credential",
                 "nonce_endpoint": "https://quebec.example/o/etat-civil/nonce",
                 "batch_credential_issuance": {"batch_size": 10},
                 "display": [{"name": "État civil", "locale": "fr-CA"}],
                 "credential_configurations_supported": {"identity": {"format": "dc+sd-jwt", "vct": "urn:example:identity",
                   "scope": "identity", "credential_signing_alg_values_supported": ["ES256"],
                   "cryptographic_binding_methods_supported": ["jwk"],
                   "proof_types_supported": {"jwt": {"proof_signing_alg_values_supported": ["ES256"]}},
                   "credential_metadata": {"display": [{"name": "Identité", "locale": "fr"}],
                    "claims": [{"path": ["name"], "mandatory": true, "display": [{"name": "Nom", "locale": "fr"}]}]}}}}""");
    }

    private static ObjectNode credentialRequest() {
        return new CredentialRequest(
                        new CredentialRequest.Selector.Configuration("identity"),
                        List.of(HolderProof.create(SIGNER, ISSUER, "n", NOW)))
                .toJson();
    }

    private static ObjectNode proofClaims() {
        return CompactJws.parse(HolderProof.create(SIGNER, ISSUER, "n", NOW)).claims();
    }

    private static RequestObject request() {
        return new RequestObject(
                RequestObject.clientId(SIGNER),
                URI.create("https://bc.example/o/citizen-services/responses/1"),
                "n-0S6_WzA2Mj",
                "af0ifjsldkj",
                DcqlQuery.of(CredentialQuery.of(
                        "identity", "dc+sd-jwt", "urn:example:identity", List.of(), List.of(ClaimPath.of("name")))),
                ClientMetadata.ofEphemeralKey(SIGNER.publicKey()),
                new StatedPurpose(
                        Map.of("fr", "Services"), Map.of("fr", "Arrivée"), "https://qc.example/ententes/1", "3.1"),
                Optional.of(NOW),
                Optional.of(NOW.plusSeconds(300)));
    }

    private static List<byte[]> walletAnswers() {
        return List.of(
                Json.bytes(new WalletAnswer.Presented(Map.of("identity", List.of("a~b~")), "s").toJson()),
                Json.bytes(new WalletAnswer.Declined("access_denied", "s").toJson()));
    }
}
