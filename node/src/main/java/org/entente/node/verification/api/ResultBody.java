package org.entente.node.verification.api;

import java.net.URI;
import org.entente.node.verification.Collected;
import org.entente.node.verification.Verification;
import org.entente.node.web.NotFound;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A result as the client that asked for it receives it. */
final class ResultBody {
    private ResultBody() {}

    /** @throws ProtocolError when there is nothing yet */
    static ObjectNode of(Collected collected, URI origin) {
        return switch (collected) {
            case Collected.Accepted accepted -> {
                ObjectNode json = Json.newObject()
                        .put("state", "accepted")
                        .put("issuer", accepted.issuer().toString())
                        .put("entente", accepted.entente().toString())
                        .put("clause", accepted.clause())
                        .put("retention_days", accepted.retention().getDays())
                        .put("proof", proof(accepted.proof(), origin))
                        .put("accepted_at", accepted.acceptedAt().toString());
                json.set("claims", accepted.claims());
                yield json;
            }
            case Collected.Refused refused ->
                Json.newObject()
                        .put("state", "refused")
                        .put("step", refused.failure().step())
                        .put("proof", proof(refused.proof(), origin));
            case Collected.Declined _ -> Json.newObject().put("state", "declined");
            case Collected.Unable unable ->
                Json.newObject()
                        .put("state", "unable")
                        .put("error", unable.error().code())
                        .put("proof", proof(unable.proof(), origin));
            case Collected.Waiting _ -> throw new ProtocolError("invalid_request", "nothing can be collected yet");
            case Collected.Gone _ -> throw new NotFound();
        };
    }

    private static String proof(String proof, URI origin) {
        return origin + "/api" + Verification.proofPage(proof);
    }
}
