package org.entente.node.signin.authorization;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.kernel.Language;
import org.entente.node.signin.Permission;
import org.entente.node.signin.Permission.AskOutcome;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.AuthorizationRequest;
import org.entente.protocols.oauth.CodeVerifier;
import org.entente.protocols.oauth.OAuthErrors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The permissions that the rooms above contribute. */
@Component
public class Permissions {
    private final List<Permission> all;

    Permissions(List<Permission> all) {
        this.all = List.copyOf(all);
    }

    /** Whether there is anything to permit on this node. */
    public boolean isAny() {
        return !scopes().isEmpty() || !detailTypes().isEmpty();
    }

    /** All scopes that can be asked for, in order. */
    public Set<String> scopes() {
        return names(Permission::scopes);
    }

    /** All types of authorization details that can be asked for, in order. */
    public Set<String> detailTypes() {
        return names(Permission::detailTypes);
    }

    /** What the authorization server says of this flow (RFC 8414 §2, RFC 9126 §5, RFC 9207 §3, RFC 9396 §10). */
    public ObjectNode metadata(URI origin) {
        ObjectNode json = Json.newObject()
                .put("authorization_endpoint", origin + AuthorizationEndpoint.PATH)
                .put("pushed_authorization_request_endpoint", origin + PushedRequestEndpoint.PATH)
                .put("require_pushed_authorization_requests", true)
                .put("authorization_response_iss_parameter_supported", true);
        json.putArray("response_types_supported").add("code");
        json.putArray("response_modes_supported").add("query");
        json.putArray("code_challenge_methods_supported").add(CodeVerifier.METHOD);
        scopes().forEach(json.withArray("/scopes_supported")::add);
        detailTypes().forEach(json.withArray("/authorization_details_types_supported")::add);
        ArrayNode languages = json.putArray("ui_locales_supported");
        Stream.of(Language.values()).forEach(language -> languages.add(language.code()));
        return json;
    }

    /** The permission of this name, with which a request is kept. */
    public Permission named(String name) {
        return all.stream()
                .filter(permission -> permission.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no permission " + name));
    }

    /** The permission that knows what a request asks for, or why there is none. Unknown scopes are passed over. */
    FindOutcome find(AuthorizationRequest request) {
        Set<String> types = request.details().stream()
                .map(detail -> detail.path("type").stringValue())
                .collect(Collectors.toSet());
        Set<String> known = request.scopes().stream().filter(scopes()::contains).collect(Collectors.toSet());
        if (known.isEmpty() && types.isEmpty()) {
            return refused(OAuthErrors.INVALID_SCOPE, "the request asks for nothing that is permitted here");
        }
        if (!detailTypes().containsAll(types)) {
            return refused(OAuthErrors.INVALID_AUTHORIZATION_DETAILS, "there is no such type of authorization_details");
        }
        return all.stream()
                .filter(permission -> permission.scopes().containsAll(known)
                        && permission.detailTypes().containsAll(types))
                .findFirst()
                .<FindOutcome>map(FindOutcome.Found::new)
                .orElseGet(() -> refused(OAuthErrors.INVALID_SCOPE, "these cannot be asked for together"));
    }

    /** Which permission a request asks for. */
    sealed interface FindOutcome {
        /** This one. */
        record Found(Permission permission) implements FindOutcome {}

        /** None. */
        record None(AskOutcome.Refused refusal) implements FindOutcome {}
    }

    private static FindOutcome refused(String code, String text) {
        return new FindOutcome.None(new AskOutcome.Refused(code, text));
    }

    private Set<String> names(Function<Permission, Set<String>> of) {
        return all.stream()
                .flatMap(permission -> of.apply(permission).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
