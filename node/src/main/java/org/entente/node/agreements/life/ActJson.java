package org.entente.node.agreements.life;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.PartyReader;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes acts. */
public final class ActJson {
    private static final String ERROR = "invalid_act";
    private static final int MAX_NAMED = 64;

    private ActJson() {}

    /** The members of an act that tell what it does: {@code act} and what belongs to it. */
    public record Written(ObjectNode members) {}

    /** Writes a suspension. */
    public static Written suspend(Target target, Act.Cause cause) {
        ObjectNode members = Json.newObject().put("act", "suspend").put("cause", name(cause));
        ObjectNode json = members.putObject("target")
                .put("party", target.party())
                .put("direction", target.direction().name().toLowerCase(Locale.ROOT));
        if (!target.issuers().isEmpty()) {
            ArrayNode issuers = json.putArray("issuers");
            target.issuers().stream().map(URI::toString).sorted().forEach(issuers::add);
        }
        if (!target.credentialTypes().isEmpty()) {
            ArrayNode types = json.putArray("credential_types");
            target.credentialTypes().stream().sorted().forEach(types::add);
        }
        return new Written(members);
    }

    /**
     * Writes a suspension of a target that somebody else wrote.
     *
     * @throws org.entente.protocols.ProtocolError {@code invalid_act} when it is no target or cause
     */
    public static Written suspend(ObjectNode target, String cause) {
        Strict json = new Strict(Json.newObject().put("cause", cause), ERROR);
        return suspend(target(new Strict(target, ERROR)), cause(json));
    }

    /**
     * Reads a suspension that was written here.
     *
     * @throws org.entente.protocols.ProtocolError {@code invalid_act} when it is none
     */
    public static Act.Suspend suspension(Written act) {
        Strict json = new Strict(act.members(), ERROR);
        return new Act.Suspend(target(json.object("target")), cause(json));
    }

    /** Writes the end of a suspension. */
    public static Written lift(String suspension) {
        return new Written(Json.newObject().put("act", "lift").put("suspension", suspension));
    }

    /** Writes a newcomer's accession, with the newcomer in the form of a document's party. */
    public static Written accede(ObjectNode newcomer) {
        ObjectNode members = Json.newObject().put("act", "accede");
        members.set("newcomer", newcomer);
        return new Written(members);
    }

    /** Writes the approval of an accession. */
    public static Written approve(String accession) {
        return new Written(Json.newObject().put("act", "approve").put("accession", accession));
    }

    /** Writes a change of federation keys. */
    public static Written rollOver(Jwks keys) {
        ObjectNode members = Json.newObject().put("act", "roll-over");
        members.set("keys", keys.toJson());
        return new Written(members);
    }

    /** Writes that another party is to order what comes after a transition. */
    public static Written entrust(String successor, String after) {
        return new Written(Json.newObject()
                .put("act", "entrust")
                .put("successor", successor)
                .put("after", after));
    }

    /** Writes a notice of withdrawal. */
    public static Written withdraw() {
        return new Written(Json.newObject().put("act", "withdraw"));
    }

    static ObjectNode claims(UUID id, URI entente, String document, String party, Instant at, Written act) {
        ObjectNode claims = Json.newObject()
                .put("id", id.toString())
                .put("entente", entente.toString())
                .put("document", document)
                .put("party", party)
                .put("at", at.toString());
        return claims.setAll(act.members());
    }

    static SignedAct read(String jws, ObjectNode claims) {
        Strict json = new Strict(claims, ERROR);
        return new SignedAct(
                jws,
                json.id("id"),
                json.entente("entente"),
                json.hash("document"),
                party(json),
                json.instant("at"),
                act(json));
    }

    private static Act act(Strict json) {
        return switch (json.json().path("act").asString("")) {
            case "suspend" -> {
                requireMembers(json, "target", "cause");
                yield new Act.Suspend(target(json.object("target")), cause(json));
            }
            case "lift" -> {
                requireMembers(json, "suspension");
                yield new Act.Lift(json.matching("suspension", SignedAct.NAME));
            }
            case "accede" -> {
                requireMembers(json, "newcomer");
                yield new Act.Accede(PartyReader.parse(json.json().path("newcomer")));
            }
            case "approve" -> {
                requireMembers(json, "accession");
                yield new Act.Approve(json.hash("accession"));
            }
            case "roll-over" -> {
                requireMembers(json, "keys");
                yield new Act.RollOver(PartyReader.keys(json.json().path("keys")));
            }
            case "entrust" -> {
                requireMembers(json, "successor", "after");
                yield new Act.Entrust(json.matching("successor", Party.KEY), json.hash("after"));
            }
            case "withdraw" -> {
                requireMembers(json);
                yield new Act.Withdraw();
            }
            default -> throw json.wrong("act");
        };
    }

    private static void requireMembers(Strict json, String... ofAct) {
        Set<String> names = Set.of("id", "entente", "document", "party", "at", "act");
        json.requireMembers(
                Stream.concat(names.stream(), List.of(ofAct).stream()).toArray(String[]::new));
    }

    private static Target target(Strict json) {
        Set<String> names = Set.of("party", "direction", "issuers", "credential_types");
        if (!names.containsAll(json.json().propertyNames())) {
            throw json.wrong("target");
        }
        Target.Direction direction = Target.Direction.valueOf(
                json.matching("direction", "issuance|acceptance|both").toUpperCase(Locale.ROOT));
        Set<URI> issuers = named(json, "issuers").stream()
                .map(issuer -> json.address(issuer, "issuers"))
                .collect(Collectors.toUnmodifiableSet());
        Set<String> types = named(json, "credential_types").stream()
                .map(type -> credentialType(json, type))
                .collect(Collectors.toUnmodifiableSet());
        return new Target(party(json), direction, issuers, types);
    }

    private static List<JsonNode> named(Strict json, String member) {
        return json.json().has(member)
                ? json.array(member, MAX_NAMED).valueStream().toList()
                : List.of();
    }

    private static String credentialType(Strict json, JsonNode value) {
        if (!value.isString() || !value.stringValue().matches(Target.CREDENTIAL_TYPE)) {
            throw json.wrong("credential_types");
        }
        return value.stringValue();
    }

    private static String party(Strict json) {
        return json.matching("party", Party.KEY);
    }

    private static Act.Cause cause(Strict json) {
        String name = json.matching("cause", "[a-z-]{4,32}");
        return List.of(Act.Cause.values()).stream()
                .filter(cause -> name(cause).equals(name))
                .findFirst()
                .orElseThrow(() -> json.wrong("cause"));
    }

    private static String name(Act.Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
