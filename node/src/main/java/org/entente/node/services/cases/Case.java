package org.entente.node.services.cases;

import java.net.URI;
import java.time.Instant;
import org.entente.node.kernel.Text;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a service keeps of one accepted presentation.
 *
 * @param service the service's id
 * @param reference what the person quotes
 * @param presentation the presentation that opened it
 * @param person who it is in the service's sector, and nowhere else: a MAC of issuer and pseudonym
 * @param claims those that the service asks for
 * @param issuer whose credential it was
 * @param clause the number of the clause of the entente that permitted it
 * @param proof the name of the proof path
 * @param deleteAfter when the clause's retention ends
 */
public record Case(
        String service,
        String reference,
        String presentation,
        byte[] person,
        ObjectNode claims,
        URI issuer,
        URI entente,
        Text ententeTitle,
        String clause,
        String proof,
        Instant openedAt,
        Instant deleteAfter) {}
