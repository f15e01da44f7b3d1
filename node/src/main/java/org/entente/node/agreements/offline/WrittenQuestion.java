package org.entente.node.agreements.offline;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.Asking;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.agreements.ruling.Rulings;
import org.entente.node.kernel.Origins;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.ClaimPath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question as somebody writes it. Verifier and issuer are addresses, or named as ententes name them: {@code CA-BC} or
 * {@code CA-BC/citizen-services}.
 *
 * @param issuer empty to ask for what any recognised issuer's credential may be asked
 */
public record WrittenQuestion(
        String verifier, String purpose, String credentialType, Optional<String> issuer, Set<ClaimPath> claims) {
    private static final int MAX_CLAIMS = 100;
    private static final Set<String> MEMBERS =
            Set.of("verifier", "purpose", "credential_type", "issuer", "claims", "at");

    public WrittenQuestion {
        claims = Set.copyOf(claims);
    }

    /**
     * Reads the JSON form, that of a worked example's question.
     *
     * @throws ProtocolError {@code invalid_request} when it is not one
     */
    public static WrittenQuestion parse(ObjectNode json) {
        if (!MEMBERS.containsAll(json.propertyNames())) {
            throw malformed(
                    "a question has the members verifier, purpose, credential_type, issuer, claims and at alone");
        }
        JsonNode claims = json.path("claims");
        if (!claims.isArray() || claims.size() > MAX_CLAIMS) {
            throw malformed("a question's claims are an array of at most " + MAX_CLAIMS + " paths");
        }
        return new WrittenQuestion(
                required(json, "verifier"),
                required(json, "purpose"),
                required(json, "credential_type"),
                json.has("issuer") ? Optional.of(required(json, "issuer")) : Optional.empty(),
                claims.valueStream().map(ClaimPath::parseMembers).collect(Collectors.toSet()));
    }

    private static String required(ObjectNode json, String member) {
        String text = json.path(member).asString("");
        if (text.isBlank()) {
            throw malformed("a question says its " + member);
        }
        return text;
    }

    /** Claims as they are typed: paths with dots, parted by commas. */
    public static Set<ClaimPath> claims(String typed) {
        List<String> paths = Arrays.stream(typed.split(",", -1))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
        if (paths.size() > MAX_CLAIMS) {
            throw malformed("a question has at most " + MAX_CLAIMS + " claims");
        }
        return paths.stream()
                .map(path -> ClaimPath.of(List.of(path.split("\\.", -1))))
                .collect(Collectors.toSet());
    }

    /**
     * Rules on it.
     *
     * @throws ProtocolError {@code invalid_request} when it names somebody whom no entente knows, or no address
     */
    public Ruling rule(Collection<HeldEntente> held, Instant at) {
        URI asking = address(verifier, held);
        return issuer.map(named -> Rulings.rule(
                        new Question(asking, purpose, credentialType, address(named, held), claims), held, at))
                .orElseGet(() -> Rulings.rule(new Asking(asking, purpose, credentialType, claims), held, at));
    }

    private static URI address(String text, Collection<HeldEntente> held) {
        if (text.contains("://")) {
            return address(text);
        }
        String[] words = text.split("/", 2);
        Party party = held.stream()
                .flatMap(entente -> entente.state().parties().stream())
                .filter(one -> one.key().equals(words[0]))
                .findFirst()
                .orElseThrow(() -> malformed("the question names a party that no entente here has"));
        return words.length == 1 ? party.entity() : address(party.entity() + "/o/" + words[1]);
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            if (Origins.isAcceptable(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Falls through: not an address at all.
        }
        throw malformed("verifier and issuer are https addresses, or a party and its organisation");
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
