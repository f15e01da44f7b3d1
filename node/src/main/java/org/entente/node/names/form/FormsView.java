package org.entente.node.names.form;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.names.legacy.Loss;
import org.entente.names.legacy.Method;
import org.entente.node.kernel.Secrets;
import org.entente.node.kernel.Text;
import org.entente.node.names.file.RecordedName;
import org.entente.node.web.FormErrors;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What each system gets for a name, or would get.
 *
 * @param changed whether the name was changed while the page stood there, so that nothing was approved
 */
public record FormsView(RecordedName recorded, List<Line> lines, boolean changed, FormErrors errors) {
    /**
     * One system.
     *
     * @param value the approved form, or the draft; "" where only a person can write one
     * @param method where it comes from, or would
     * @param losses what it does not say
     * @param unknown signs for which there is no rule
     * @param approvedAt when its bearer said yes
     */
    public record Line(
            String channel,
            Text system,
            int most,
            String value,
            Method method,
            List<Loss> losses,
            List<String> unknown,
            Optional<Instant> approvedAt) {
        /** The same where these signs have no rule. */
        Line without(List<String> rules) {
            return new Line(channel, system, most, value, method, losses, rules, approvedAt);
        }

        /** The end of the ids of its fields. */
        public String field() {
            return channel.replace(':', '-');
        }
    }

    /** The digest of the name that is shown, which the page sends along: a form is approved for what stood there. */
    public String seen() {
        return digest(recorded);
    }

    /** SHA-256 of a name with its parts and its orthography, in base64url. */
    static String digest(RecordedName recorded) {
        ObjectNode json = Json.newObject()
                .put("full", recorded.full())
                .put("orthography", recorded.entry().orthography());
        ArrayNode parts = json.putArray("parts");
        recorded.entry()
                .name()
                .parts()
                .forEach(part -> parts.addObject()
                        .put("role", part.role().name())
                        .put("text", part.text().value()));
        return Secrets.base64url(Secrets.sha256(Json.canonical(json)));
    }

    /** Never the name. */
    @Override
    public String toString() {
        return "FormsView[" + recorded.id() + "]";
    }
}
