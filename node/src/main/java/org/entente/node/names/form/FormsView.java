package org.entente.node.names.form;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.names.legacy.Loss;
import org.entente.names.legacy.Method;
import org.entente.node.kernel.Text;
import org.entente.node.names.file.RecordedName;
import org.entente.node.web.FormErrors;

/** What each system gets for a name, or would get. */
public record FormsView(RecordedName recorded, List<Line> lines, FormErrors errors) {
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

    /** Never the name. */
    @Override
    public String toString() {
        return "FormsView[" + recorded.id() + "]";
    }
}
