package org.entente.node.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.Text;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why something is accepted, or the first step at which it is not: an ordered list of steps of which at most one failed,
 * with nothing reached after it. A path may be joined to another, so that a verifier can put its own steps before and
 * after those of a ruling.
 *
 * <pre>{@code
 * ProofPath whole = cryptography.then(ruling.path()).then(status);
 * whole.firstFailed().map(ProofStep::id); // empty: accepted
 * }</pre>
 */
public record ProofPath(List<ProofStep> steps) {
    private static final int MAX_STEPS = 64;

    public ProofPath {
        steps = List.copyOf(steps);
        boolean failed = false;
        for (ProofStep step : steps) {
            boolean reached = !(step.outcome() instanceof ProofOutcome.NotReached);
            if (failed && reached) {
                throw new IllegalArgumentException("nothing is reached after the step that failed");
            }
            failed |= step.isFailed();
        }
    }

    /** The path of these steps. */
    public static ProofPath of(ProofStep... steps) {
        return new ProofPath(List.of(steps));
    }

    /** This path and then the other one, whose steps count as not reached if this one failed. */
    public ProofPath then(ProofPath next) {
        boolean failed = firstFailed().isPresent();
        List<ProofStep> joined = new ArrayList<>(steps);
        next.steps.forEach(step -> joined.add(failed ? ProofStep.notReached(step.id(), step.checked()) : step));
        return new ProofPath(joined);
    }

    /** The step that failed. */
    public Optional<ProofStep> firstFailed() {
        return steps.stream().filter(ProofStep::isFailed).findFirst();
    }

    /** The position of a step, counted from 1; 0 if the path does not have it. */
    public int position(ProofStep step) {
        return steps.indexOf(step) + 1;
    }

    /** The JSON form: an array of {@code {id, checked, outcome, found?, mend?}}. */
    public ArrayNode toJson() {
        ArrayNode array = Json.newArray();
        for (ProofStep step : steps) {
            ObjectNode json = array.addObject().put("id", step.id());
            json.set("checked", write(step.checked()));
            switch (step.outcome()) {
                case ProofOutcome.Passed passed -> json.put("outcome", "passed").set("found", write(passed.found()));
                case ProofOutcome.Failed failed -> {
                    json.put("outcome", "failed").set("found", write(failed.found()));
                    json.set("mend", write(failed.mend()));
                }
                case ProofOutcome.NotReached() -> json.put("outcome", "not-reached");
            }
        }
        return array;
    }

    /**
     * Reads the JSON form.
     *
     * @throws ProtocolError {@code invalid_request} when it is not one
     */
    public static ProofPath parse(JsonNode array) {
        if (!array.isArray() || array.size() > MAX_STEPS) {
            throw malformed();
        }
        try {
            return new ProofPath(array.valueStream().map(ProofPath::step).toList());
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static ProofStep step(JsonNode json) {
        ProofOutcome outcome = switch (json.path("outcome").asString("")) {
            case "passed" -> new ProofOutcome.Passed(text(json.path("found")));
            case "failed" -> new ProofOutcome.Failed(text(json.path("found")), text(json.path("mend")));
            case "not-reached" -> new ProofOutcome.NotReached();
            default -> throw malformed();
        };
        return new ProofStep(json.path("id").asString(""), text(json.path("checked")), outcome);
    }

    private static Text text(JsonNode json) {
        return new Text(json.path("fr").asString(""), json.path("en").asString(""));
    }

    static ObjectNode write(Text text) {
        return Json.newObject().put("fr", text.fr()).put("en", text.en());
    }

    private static ProtocolError malformed() {
        return new ProtocolError("invalid_request", "a proof path is malformed");
    }
}
