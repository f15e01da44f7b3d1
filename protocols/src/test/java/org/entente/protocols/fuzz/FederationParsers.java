package org.entente.protocols.fuzz;

import static org.entente.protocols.fuzz.SignedParsers.NOW;
import static org.entente.protocols.fuzz.SignedParsers.SIGNER;

import java.net.URI;
import java.util.List;
import org.entente.protocols.federation.Constraints;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.HistoricalKeys;
import org.entente.protocols.federation.HistoricalKeys.FormerKey;
import org.entente.protocols.federation.HistoricalKeys.Reason;
import org.entente.protocols.federation.HistoricalKeys.Revocation;
import org.entente.protocols.federation.MetadataPolicy;
import org.entente.protocols.federation.ResolveResponse;
import org.entente.protocols.federation.StatementContent;
import org.entente.protocols.federation.TrustMark;
import org.entente.protocols.federation.TrustMarkStatus;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The readers of what entities of a federation say of each other, besides their statements. */
final class FederationParsers {
    private static final URI ENTITY = URI.create("https://quebec.example");
    private static final URI ENTENTE = URI.create("https://quebec.example/ententes/marees");
    private static final ObjectNode METADATA =
            Json.object("{\"tide_gauge\":{\"unit\":\"m\",\"scope\":\"a b\",\"harbours\":[\"a\"]}}");

    private FederationParsers() {}

    static List<Parser> all() {
        return List.of(
                Parser.ofText("trust-mark", text -> TrustMark.parse(text).toString(), mark().toString()),
                Parser.ofObject("trust-mark-claims", FederationParsers::signedMark, claims(mark().toString()))
                        .withSignatures(),
                Parser.ofObject("trust-mark-status", FederationParsers::status, claims(answer()))
                        .withSignatures(),
                Parser.ofObject(
                                "resolve-response",
                                FederationParsers::resolved,
                                claims(response().sign(SIGNER)))
                        .withSignatures(),
                Parser.ofObject("historical-keys", FederationParsers::former, claims(keys().sign(SIGNER)))
                        .withSignatures(),
                Parser.ofObject("metadata-policy", FederationParsers::policy, policy()),
                Parser.ofObject("constraints", FederationParsers::constraints, constraints()));
    }

    private static Object signedMark(ObjectNode claims) {
        TrustMark mark = TrustMark.parse(CompactJws.sign(SIGNER, TrustMark.TYPE, claims));
        mark.verify(ENTITY, Jwks.of(SIGNER.publicKey()), NOW);
        return "";
    }

    private static Object status(ObjectNode claims) {
        TrustMarkStatus.Answer.parse(signed(TrustMarkStatus.TYPE, claims)).sign(SIGNER);
        return "";
    }

    private static Object resolved(ObjectNode claims) {
        ResolveResponse.parse(signed(ResolveResponse.TYPE, claims)).sign(SIGNER);
        return "";
    }

    private static Object former(ObjectNode claims) {
        HistoricalKeys.parse(signed(HistoricalKeys.TYPE, claims)).sign(SIGNER);
        return "";
    }

    private static Object policy(ObjectNode json) {
        MetadataPolicy policy = MetadataPolicy.parse(json);
        policy.merge(policy);
        policy.apply(METADATA);
        return policy.toJson();
    }

    private static Object constraints(ObjectNode json) {
        Constraints constraints = new Constraints(json);
        constraints.permitPath(1);
        constraints.permitName(ENTITY);
        constraints.permitted(METADATA);
        return constraints.json();
    }

    private static CompactJws signed(String type, ObjectNode claims) {
        return CompactJws.parse(CompactJws.sign(SIGNER, type, claims));
    }

    private static ObjectNode claims(String jws) {
        return CompactJws.parse(jws).claims();
    }

    /** The claims of an anchor that bears a mark and says who may issue which. */
    static ObjectNode marked(ObjectNode statement) {
        statement
                .putArray("trust_marks")
                .addObject()
                .put("trust_mark_type", ENTENTE.toString())
                .put("trust_mark", mark().toString());
        statement.putObject("trust_mark_issuers").putArray(ENTENTE.toString()).add(ENTITY.toString());
        return statement;
    }

    /** The claims of a superior that binds whom it speaks of. */
    static ObjectNode ruled(ObjectNode statement) {
        statement.remove("authority_hints");
        statement.put("iss", "https://council.example");
        statement.set("metadata_policy", policy());
        statement.putArray("metadata_policy_crit").add("regexp");
        statement.set("constraints", constraints());
        return statement;
    }

    private static TrustMark mark() {
        return TrustMark.sign(
                new TrustMark.Content(ENTITY, ENTITY, ENTENTE.toString(), NOW, NOW.plusSeconds(60), ENTENTE), SIGNER);
    }

    private static String answer() {
        return new TrustMarkStatus.Answer(ENTITY, mark(), TrustMarkStatus.ACTIVE, NOW).sign(SIGNER);
    }

    private static ResolveResponse response() {
        EntityStatement own = EntityStatement.sign(
                new StatementContent(
                        ENTITY, ENTITY, NOW, NOW.plusSeconds(60), Jwks.of(SIGNER.publicKey()), List.of(), METADATA),
                SIGNER);
        return new ResolveResponse(ENTITY, ENTITY, NOW, NOW.plusSeconds(60), METADATA, List.of(own), List.of(mark()));
    }

    private static HistoricalKeys keys() {
        Revocation given = new Revocation(NOW, Reason.SUPERSEDED);
        return new HistoricalKeys(
                ENTITY, NOW, List.of(new FormerKey(SIGNER.publicKey(), NOW, NOW.plusSeconds(60), List.of(given))));
    }

    private static ObjectNode policy() {
        return Json.object("{\"tide_gauge\":{\"unit\":{\"default\":\"m\",\"one_of\":[\"m\",\"ft\"],\"essential\":true},"
                + "\"scope\":{\"add\":[\"a\"],\"subset_of\":[\"a\",\"b\"]},\"harbours\":{\"superset_of\":[\"a\"]},"
                + "\"contacts\":{\"value\":null}}}");
    }

    private static ObjectNode constraints() {
        return Json.object("{\"max_path_length\":2,\"naming_constraints\":{\"permitted\":[\".example\"],"
                + "\"excluded\":[\"east.example\"]},\"allowed_entity_types\":[\"tide_gauge\"]}");
    }
}
