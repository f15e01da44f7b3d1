package org.entente.node.verification.answer;

import java.net.URI;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.entente.node.agreements.Ruling;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.keys.WrappedKey;
import org.entente.node.verification.Failure;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.WalletError;
import org.entente.node.verification.answer.AnswerOutcome.Refused;
import org.entente.node.verification.answer.AnswerOutcome.Taken;
import org.entente.node.verification.check.Asked;
import org.entente.node.verification.check.CheckAnswer;
import org.entente.node.verification.check.Checked;
import org.entente.node.verification.presentation.Presentation;
import org.entente.node.verification.presentation.Presentations;
import org.entente.node.verification.presentation.Reply;
import org.entente.node.verification.proof.Proof.Basis;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.WalletAnswer;
import org.springframework.stereotype.Component;

/**
 * Takes a wallet's answer: decrypts it, judges it, and ends the asking with it, which succeeds once. What cannot be
 * decrypted is no answer and changes nothing.
 */
@Component
class ReceiveAnswer {
    private final Presentations presentations;
    private final CheckAnswer checkAnswer;
    private final EndPresentation endPresentation;
    private final RepeatAnswer repeatAnswer;
    private final Keys keys;
    private final Secrets secrets;
    private final NodeIdentity node;

    ReceiveAnswer(
            Presentations presentations,
            CheckAnswer checkAnswer,
            EndPresentation endPresentation,
            RepeatAnswer repeatAnswer,
            Keys keys,
            Secrets secrets,
            NodeIdentity node) {
        this.presentations = presentations;
        this.checkAnswer = checkAnswer;
        this.endPresentation = endPresentation;
        this.repeatAnswer = repeatAnswer;
        this.keys = keys;
        this.secrets = secrets;
        this.node = node;
    }

    /**
     * Takes an answer.
     *
     * @throws org.entente.protocols.ProtocolError when it is malformed or was not encrypted to the request's key
     */
    AnswerOutcome receive(PresentationId id, DirectPost post, Instant now) {
        Optional<Presentation> asked = presentations.find(id, now);
        Optional<WrappedKey> key = asked.flatMap(Presentation::key);
        if (key.isEmpty()) {
            return repeatAnswer.repeat(id, post, now);
        }
        WalletAnswer answer = switch (post) {
            case DirectPost.Encrypted(String jwe) -> WalletAnswer.parse(keys.decrypt(key.get(), jwe));
            case DirectPost.Failed(WalletAnswer.Declined declined) -> declined;
        };
        return switch (answer) {
            case WalletAnswer.Declined(String code, String _) -> end(asked.orElseThrow(), declined(code), post, now);
            case WalletAnswer.Presented presented ->
                end(asked.orElseThrow(), judge(asked.get(), presented, now), post, now);
        };
    }

    /** A no, or what the wallet found in its way. */
    private static Ending declined(String code) {
        return code.equals(WalletAnswer.Declined.ACCESS_DENIED)
                ? new Ending.Declined()
                : new Ending.Unable(WalletError.of(code));
    }

    private Ending judge(Presentation asked, WalletAnswer.Presented presented, Instant now) {
        URI verifier = node.issuer(node.organisation(asked.id().organisation()).orElseThrow());
        return switch (checkAnswer.check(new Asked(verifier, asked.purpose(), asked.request()), presented, now)) {
            case Checked.Fails fails -> new Ending.Refused(fails.claimedIssuer(), fails.path());
            case Checked.Holds holds ->
                new Ending.Accepted(holds.issuer(), holds.claims(), basis(holds.ruling()), holds.path());
        };
    }

    private AnswerOutcome end(Presentation asked, Ending ending, DirectPost post, Instant now) {
        String responseCode = secrets.token();
        Reply reply = switch (post) {
            case DirectPost.Encrypted(String jwe) -> Reply.to(jwe, responseCode, keys);
            case DirectPost.Failed _ -> Reply.NONE;
        };
        if (!endPresentation.end(asked, ending, responseCode, reply, now)) {
            return repeatAnswer.repeat(asked.id(), post, now);
        }
        URI redirect = asked.leadingBack(responseCode);
        return switch (ending) {
            case Ending.Accepted _, Ending.Declined _, Ending.Unable _ -> new Taken(redirect);
            case Ending.Refused refused -> new Refused(Failure.of(refused.path()), redirect);
        };
    }

    private static Basis basis(Ruling.Permitted ruling) {
        return new Basis(ruling.entente(), ruling.title(), ruling.documentHash(), ruling.clause(), Period.ofDays((int)
                ruling.obligations().retention().toDays()));
    }
}
