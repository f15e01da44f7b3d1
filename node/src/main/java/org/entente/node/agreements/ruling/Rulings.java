package org.entente.node.agreements.ruling;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.node.agreements.Asking;
import org.entente.node.agreements.ProofOutcome;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.RecognisedIssuers;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.RulingStep;
import org.entente.node.agreements.Serving;
import org.entente.node.agreements.document.Party;
import org.entente.protocols.x509.Certificates;

/** Rules on questions: permitted if one entente permits, otherwise refused as the entente says that comes closest. */
public final class Rulings {
    private static final Comparator<Examination> CLOSEST = Comparator.<Examination, Ruling>comparing(
                    Examination::ruling, Comparator.comparing(ruling -> ruling instanceof Ruling.Permitted))
            .thenComparing(Examination::partiesConcerned)
            .thenComparing(Examination::stepsTaken);

    private Rulings() {}

    /** Whether a credential may be accepted. */
    public static Ruling rule(Question question, Collection<HeldEntente> held, Instant now) {
        return rule(Matter.of(question), held, now);
    }

    /** Whether a credential that was signed under an authority may be accepted: as the ententes say that pin no other. */
    public static Ruling rule(Question question, X509Certificate authority, Collection<HeldEntente> held, Instant now) {
        List<HeldEntente> pinning = held.stream()
                .filter(entente -> entente.state()
                        .owner(question.issuer())
                        .map(member -> member.party().credentialAuthority().equals(authority))
                        .orElse(true))
                .toList();
        return rule(question, pinning, now);
    }

    /** Whether claims may be asked for, whichever recognised issuer's credential the holder then shows. */
    public static Ruling rule(Asking asking, Collection<HeldEntente> held, Instant now) {
        return rule(Matter.of(asking), held, now);
    }

    /**
     * Whose credentials of a type a verifier may accept, for any purpose, under the ententes that are in step and in force;
     * one element per party and authority.
     */
    public static List<RecognisedIssuers> recognised(
            URI verifier, String credentialType, Collection<HeldEntente> held, Instant now) {
        Map<Party, Set<URI>> issuers = new LinkedHashMap<>();
        for (HeldEntente entente : held) {
            if (!entente.inStep() || !entente.state().entente().term().contains(now)) {
                continue;
            }
            Recognition recognition = new Recognition(entente, now);
            recognition
                    .acceptable(verifier, credentialType)
                    .forEach(issuer -> issuers.computeIfAbsent(issuer.member().party(), party -> new HashSet<>())
                            .add(issuer.address()));
        }
        return issuers.entrySet().stream()
                .map(entry -> new RecognisedIssuers(
                        entry.getKey().entity(),
                        entry.getKey().credentialAuthority(),
                        Certificates.keyIdentifier(entry.getKey().credentialAuthority()),
                        entry.getValue()))
                .toList();
    }

    /** Of those, the ones whose credentials serve what is asked. */
    public static Serving serving(Asking asking, Collection<HeldEntente> held, Instant now) {
        List<RecognisedIssuers> recognised = recognised(asking.verifier(), asking.credentialType(), held, now);
        Map<URI, Ruling> rulings = new LinkedHashMap<>();
        recognised.stream()
                .flatMap(named -> named.issuers().stream())
                .sorted()
                .forEach(issuer -> rulings.computeIfAbsent(issuer, one -> rule(asking.of(one), held, now)));
        return new Serving(recognised, rulings);
    }

    private static Ruling rule(Matter matter, Collection<HeldEntente> held, Instant now) {
        List<Examination> examinations = held.stream()
                .sorted(Comparator.comparing(
                        entente -> entente.state().entente().id()))
                .map(entente -> Examination.of(matter, entente, now))
                .toList();
        return examinations.stream().max(CLOSEST).map(Examination::ruling).orElseGet(Rulings::noneHeld);
    }

    private static Ruling noneHeld() {
        Walk walk = new Walk();
        walk.step(RulingStep.ENTENTE, false, Findings.HELD, Findings.NOT_HELD, Findings.CONCLUDE);
        return refused(walk);
    }

    static Ruling refused(Walk walk) {
        RulingStep step = RulingStep.values()[walk.length() - 1];
        var path = walk.path();
        ProofOutcome outcome = path.firstFailed().orElseThrow().outcome();
        if (outcome instanceof ProofOutcome.Failed(var found, var mend)) {
            return new Ruling.Refused(step, found, mend, path);
        }
        throw new IllegalStateException("the step that failed has failed");
    }
}
