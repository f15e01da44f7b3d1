package org.entente.node.agreements.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.kernel.Text;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.GeneralJws;
import org.entente.protocols.jose.PublicJwk;

/**
 * A party's signature, verified for this answer.
 *
 * @param keyId the key that made it, of those that were pinned for the party when it signed; empty when none did
 * @param instrument whether it stands under an instrument of accession rather than under the document
 */
public record SignatureLine(Text party, Optional<String> keyId, boolean instrument) {
    static List<SignatureLine> all(Held held) {
        List<SignatureLine> lines = new ArrayList<>();
        Optional<GeneralJws> signed = held.signatures().elements().isEmpty()
                ? Optional.empty()
                : Optional.of(GeneralJws.parse(held.signatures().toJson()));
        for (Party party : held.signatories()) {
            Optional<String> key = signed.flatMap(jws -> party.keys().keys().stream()
                    .filter(jws::isSignedBy)
                    .map(PublicJwk::keyId)
                    .findFirst());
            lines.add(new SignatureLine(party.name(), key, false));
        }
        held.transitions().stream()
                .map(recorded -> recorded.transition().content())
                .filter(Transition.Content.Acts.class::isInstance)
                .flatMap(content -> ((Transition.Content.Acts) content).acts().stream())
                .filter(act -> act.act() instanceof Act.Accede)
                .map(SignatureLine::instrument)
                .forEach(lines::add);
        return lines;
    }

    private static SignatureLine instrument(SignedAct act) {
        if (!(act.act() instanceof Act.Accede(Party newcomer))) {
            throw new IllegalArgumentException("not an instrument of accession");
        }
        CompactJws jws = CompactJws.parse(act.jws());
        Optional<String> key = newcomer.keys().keys().stream()
                .filter(jws::isSignedBy)
                .map(PublicJwk::keyId)
                .findFirst();
        return new SignatureLine(newcomer.name(), key, true);
    }
}
