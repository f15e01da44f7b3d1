package org.entente.node.services.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.node.kernel.Text;
import org.entente.node.services.catalogue.Procedure;
import org.entente.node.verification.ClaimNames;
import org.entente.node.verification.Verification;
import org.entente.protocols.dcql.ClaimPath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A confirmation.
 *
 * @param received what was received and kept, for the person's own eyes
 * @param earlier when the same person last used this service before
 */
public record CaseView(Procedure service, Case opened, List<Received> received, Optional<Instant> earlier) {
    /**
     * A claim by the name that people give it.
     *
     * @param lang of the value, a BCP 47 tag; empty where the credential does not say
     */
    public record Received(Text name, String value, String lang) {}

    private static final String LANG = "lang";

    static CaseView of(Procedure service, Case opened, Optional<Instant> earlier) {
        List<Received> received = new ArrayList<>();
        for (ClaimPath claim : service.claims()) {
            JsonNode value = opened.claims();
            for (String segment : claim.segments()) {
                value = value.path(segment);
            }
            add(ClaimNames.of(claim), value, received);
        }
        return new CaseView(service, opened, List.copyOf(received), earlier);
    }

    /** A list as its elements, an object as one line, in the language that it names. */
    private static void add(Text name, JsonNode value, List<Received> received) {
        if (value.isArray()) {
            value.forEach(element -> add(name, element, received));
        } else if (value instanceof ObjectNode object) {
            String line = object.properties().stream()
                    .filter(member ->
                            !member.getKey().equals(LANG) && member.getValue().isValueNode())
                    .map(member -> member.getValue().asString(""))
                    .collect(Collectors.joining(", "));
            received.add(new Received(name, line, tag(object.path(LANG).asString(""))));
        } else if (!value.isMissingNode()) {
            received.add(new Received(name, value.asString(""), ""));
        }
    }

    private static String tag(String lang) {
        return lang.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}") ? lang : "";
    }

    /** The page of the proof path, without the language. */
    public String proofPage() {
        return Verification.proofPage(opened.proof());
    }

    /** The entente's page, without the language. */
    public String ententePage() {
        String path = opened.entente().getPath();
        return "/ententes/" + path.substring(path.lastIndexOf('/') + 1);
    }
}
