package org.entente.node.verification.proof;

import org.entente.node.kernel.Text;
import org.entente.node.verification.Failure;
import org.entente.node.web.NotFound;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A proof path as data, to whoever knows its unguessable name; the same that the page shows. openapi/verification.yaml. */
@RestController
class ProofEndpoint {
    private final Proofs proofs;

    ProofEndpoint(Proofs proofs) {
        this.proofs = proofs;
    }

    @GetMapping("/api/proofs/{id}")
    ResponseEntity<ObjectNode> proof(@PathVariable String id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(json(proofs.find(id).orElseThrow(NotFound::new)));
    }

    private static ObjectNode json(Proof proof) {
        ObjectNode json = Json.newObject()
                .put("id", proof.id())
                .put("state", proof.state().code())
                .put("organisation", proof.organisation())
                .put("credential_type", proof.credentialType());
        ArrayNode claims = json.putArray("claims");
        proof.claims().forEach(claim -> claims.add(claim.toJson()));
        proof.issuer().ifPresent(issuer -> json.put("issuer", issuer.toString()));
        proof.basis().ifPresent(basis -> {
            ObjectNode entente = json.putObject("entente")
                    .put("id", basis.entente().toString())
                    .put("document", basis.documentHash())
                    .put("clause", basis.clause());
            entente.set("title", text(basis.title()));
        });
        if (proof.path().firstFailed().isPresent()) {
            Failure failure = Failure.of(proof.path());
            ObjectNode failed = json.putObject("first_failed")
                    .put("step", failure.step())
                    .put("position", failure.position())
                    .put("steps", failure.steps());
            failed.set("found", text(failure.found()));
            failed.set("mend", text(failure.mend()));
        }
        proof.error().ifPresent(error -> json.put("error", error.code()));
        json.set("path", proof.path().toJson());
        return json.put("changed_at", proof.changedAt().toString());
    }

    private static ObjectNode text(Text text) {
        return Json.newObject().put("fr", text.fr()).put("en", text.en());
    }
}
