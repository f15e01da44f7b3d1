package org.entente.node.verification.answer;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.entente.node.journal.Journal;
import org.entente.node.keys.Keys;
import org.entente.node.verification.Failure;
import org.entente.node.verification.VerificationSettings;
import org.entente.node.verification.WalletError;
import org.entente.node.verification.presentation.Presentation;
import org.entente.node.verification.presentation.PresentationState;
import org.entente.node.verification.presentation.Presentations;
import org.entente.node.verification.presentation.Presentations.End;
import org.entente.node.verification.presentation.Reply;
import org.entente.node.verification.presentation.SealedClaims;
import org.entente.node.verification.proof.Proof;
import org.entente.node.verification.proof.Proof.Ended;
import org.entente.node.verification.proof.Proofs;
import org.entente.protocols.json.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ends an asking by one conditional statement, in one transaction with its proof and its leaf in the journal: of many
 * answers at once exactly one is taken, and a crash in between leaves the asking open.
 */
@Component
class EndPresentation {
    private static final byte[] NO_CLAIMS = {};

    private final Presentations presentations;
    private final Proofs proofs;
    private final Journal journal;
    private final Keys keys;
    private final VerificationSettings settings;
    private final TransactionOperations transactions;

    EndPresentation(
            Presentations presentations,
            Proofs proofs,
            Journal journal,
            Keys keys,
            VerificationSettings settings,
            TransactionOperations transactions) {
        this.presentations = presentations;
        this.proofs = proofs;
        this.journal = journal;
        this.keys = keys;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** Whether this was the answer that ended it. */
    boolean end(Presentation asked, Ending ending, String responseCode, Reply reply, Instant now) {
        End end = end(ending, responseCode, reply, now.plus(settings.result()));
        Ended ended = switch (ending) {
            case Ending.Accepted accepted -> Ended.accepted(accepted.issuer(), accepted.basis(), accepted.path(), now);
            case Ending.Refused refused ->
                Ended.refused(Optional.ofNullable(refused.claimedIssuer()), refused.path(), now);
            case Ending.Declined _ -> Ended.declined(now);
            case Ending.Unable(WalletError error) -> Ended.unable(error, now);
        };
        Map<String, @Nullable Object> proof = proofs.ending(ended);
        return transactions.execute(transaction -> {
            boolean first = presentations.end(asked.id(), end, proof, now);
            if (first) {
                journal.record("verification", "presentation-" + ended.state().code(), record(asked, ended), now);
            }
            return first;
        });
    }

    private End end(Ending ending, String responseCode, Reply reply, Instant until) {
        return switch (ending) {
            case Ending.Accepted accepted -> {
                SealedClaims claims = SealedClaims.seal(accepted.claims(), keys);
                yield new End(PresentationState.ACCEPTED, responseCode, reply, claims.bytes(), until);
            }
            case Ending.Refused _ -> new End(PresentationState.REFUSED, responseCode, reply, NO_CLAIMS, until);
            case Ending.Declined _ -> new End(PresentationState.DECLINED, responseCode, reply, NO_CLAIMS, until);
            case Ending.Unable _ -> new End(PresentationState.UNABLE, responseCode, reply, NO_CLAIMS, until);
        };
    }

    /** Names no claim and no holder: clause and document on which it rests, the step at which it was refused, or the error. */
    private static ObjectNode record(Presentation asked, Ended ended) {
        ObjectNode record = Json.newObject()
                .put("proof", asked.proof())
                .put("organisation", asked.id().organisation())
                .put("credential_type", asked.credentialType());
        ended.basis()
                .ifPresent(basis -> record.put("entente", basis.entente().toString())
                        .put("document", basis.documentHash())
                        .put("clause", basis.clause()));
        if (ended.state() == Proof.State.REFUSED) {
            ended.path().ifPresent(path -> record.put("step", Failure.of(path).step()));
        }
        ended.error().ifPresent(error -> record.put("error", error.code()));
        return record;
    }
}
