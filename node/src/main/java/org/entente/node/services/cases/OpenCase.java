package org.entente.node.services.cases;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.services.catalogue.BrowserToken;
import org.entente.node.services.catalogue.Procedure;
import org.entente.node.verification.Collected;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.Verification;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Opens a case with what was presented: the claims leave verification and arrive here in one transaction, so that they are
 * never in both places, and one presentation opens one case however often, or at once, the page is asked for.
 */
@Component
class OpenCase {
    private static final int REFERENCE_DIGITS = 9;
    private static final int MAX_ATTEMPTS = 5;
    private static final String PERSON = "person in a service";

    private final Verification verification;
    private final Cases cases;
    private final Keys keys;
    private final Secrets secrets;

    OpenCase(Verification verification, Cases cases, Keys keys, Secrets secrets) {
        this.verification = verification;
        this.cases = cases;
        this.keys = keys;
        this.secrets = secrets;
    }

    /** The case of this presentation, opened now or before; or why there is none. */
    @Transactional
    CaseOutcome open(Procedure service, String presentation, BrowserToken browser, Instant now) {
        if (!browser.isFor(service)) {
            return new CaseOutcome.Gone();
        }
        PresentationId id = new PresentationId(service.organisation().id(), presentation);
        return switch (verification.collect(id, browser.value(), now)) {
            case Collected.Accepted accepted ->
                new CaseOutcome.Opened(keep(service, presentation, browser, accepted, now));
            case Collected.Refused refused -> new CaseOutcome.Refused(refused.failure(), refused.proof());
            case Collected.Declined _ -> new CaseOutcome.Declined();
            case Collected.Unable unable -> new CaseOutcome.Unable(unable.error(), unable.proof());
            case Collected.Waiting _ -> new CaseOutcome.Waiting(id);
            case Collected.Gone _ -> before(service, presentation, browser, now);
        };
    }

    /** Whoever collected it before, or a moment ago, opened the case. */
    private CaseOutcome before(Procedure service, String presentation, BrowserToken browser, Instant now) {
        Optional<Case> opened = cases.find(service.id(), presentation, browser, now);
        return opened.<CaseOutcome>map(CaseOutcome.Opened::new).orElseGet(CaseOutcome.Gone::new);
    }

    private Case keep(
            Procedure service, String presentation, BrowserToken browser, Collected.Accepted accepted, Instant now) {
        ObjectNode claims = accepted.claims().deepCopy();
        byte[] person =
                person(accepted.issuer(), take(claims, service.subject()).asString());
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Case opened = new Case(
                    service.id(),
                    reference(service),
                    presentation,
                    person,
                    claims,
                    accepted.issuer(),
                    accepted.entente(),
                    accepted.title(),
                    accepted.clause(),
                    accepted.proof(),
                    now,
                    now.plus(accepted.retention()));
            if (cases.add(opened, browser)) {
                return opened;
            }
        }
        throw new IllegalStateException("reference numbers run out");
    }

    /** A pseudonym belongs to its issuer: two issuers may have made the same one. */
    private byte[] person(URI issuer, String pseudonym) {
        return keys.mac(PERSON, (issuer + " " + pseudonym).getBytes(StandardCharsets.UTF_8));
    }

    /** The pseudonym stands apart from the claims that people read. */
    private static JsonNode take(ObjectNode claims, ClaimPath path) {
        ObjectNode parent = claims;
        for (String segment : path.members().subList(0, path.members().size() - 1)) {
            parent = parent.path(segment) instanceof ObjectNode inner ? inner : Json.newObject();
        }
        JsonNode value = parent.path(path.members().getLast());
        claims.remove(path.members().getFirst());
        return value;
    }

    private String reference(Procedure service) {
        String digits = secrets.digits(REFERENCE_DIGITS);
        return service.prefix() + "-" + digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-"
                + digits.substring(6);
    }
}
