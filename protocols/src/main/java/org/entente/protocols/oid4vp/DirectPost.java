package org.entente.protocols.oid4vp;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The form that a wallet posts to {@code response_uri}, and the verifier's answer to it (OID4VP 1.0 §8.2 and §8.3.1). */
public sealed interface DirectPost {
    /**
     * The error by which a verifier of this platform says that it took this very answer before: its wallet had not heard so
     * and posted it again. No specification has a word for it; who does not know this one reads a refusal of a repetition.
     */
    String ALREADY_ANSWERED = "already_answered";

    /** An encrypted answer. */
    record Encrypted(String jwe) implements DirectPost {}

    /** An error in the clear, from a wallet that could not encrypt it (§8.3.1). */
    record Failed(WalletAnswer.Declined answer) implements DirectPost {}

    /**
     * Reads the form.
     *
     * @throws ProtocolError {@code invalid_request} when it has neither or both of response and error, or one twice
     */
    static DirectPost parse(Map<String, List<String>> form) {
        Optional<String> response = single(form, "response");
        Optional<String> error = single(form, "error");
        if (response.isPresent() == error.isPresent()) {
            throw Oid4vp.invalid("the form has either response or error");
        }
        String state = single(form, "state").orElse("");
        return response.<DirectPost>map(Encrypted::new)
                .orElseGet(() -> new Failed(new WalletAnswer.Declined(error.orElseThrow(), state)));
    }

    /** The form's fields. */
    default Map<String, String> toForm() {
        Map<String, String> form = new LinkedHashMap<>();
        switch (this) {
            case Encrypted(String jwe) -> form.put("response", jwe);
            case Failed(WalletAnswer.Declined answer) -> {
                form.put("error", answer.code());
                if (!answer.state().isEmpty()) {
                    form.put("state", answer.state());
                }
            }
        }
        return form;
    }

    /** The verifier's answer that sends the holder's browser back to it. */
    static ObjectNode redirectTo(URI address) {
        return Json.newObject().put("redirect_uri", address.toString());
    }

    /**
     * Where the verifier's answer sends the holder's browser, if anywhere. A refusal (400) may carry an address too: the
     * verifier's page there says why and what to do.
     *
     * @throws ProtocolError {@code invalid_request} when the answer is malformed
     */
    static Optional<URI> redirect(byte[] answer) {
        try {
            return Oid4vp.optional(Json.object(answer), "redirect_uri").map(URI::create);
        } catch (IllegalArgumentException e) {
            throw Oid4vp.invalid("redirect_uri is an address");
        }
    }

    private static Optional<String> single(Map<String, List<String>> form, String name) {
        List<String> values = form.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Oid4vp.invalid(name + " appears once");
        }
        return values.stream().filter(value -> !value.isEmpty()).findFirst();
    }
}
