package org.entente.node.agreements.ruling;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.node.agreements.Obligations;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.RulingStep;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;
import org.entente.node.kernel.Text;
import org.entente.protocols.dcql.ClaimPath;

/**
 * One entente examined for one matter.
 *
 * @param partiesConcerned how many of verifier and issuer belong to a party: of several refusals, the one of the entente
 *     that has most to do with the matter is given
 * @param stepsTaken how far it came
 */
record Examination(Ruling ruling, int partiesConcerned, int stepsTaken) {
    /** The claim whose members are a person's pseudonyms, by sector. */
    private static final String PSEUDONYMS = "pseudonyms";

    static Examination of(Matter matter, HeldEntente held, Instant now) {
        return new Examiner(matter, held, now).examine();
    }

    /** Walks the steps; each narrows the clauses that may still permit. */
    private static final class Examiner {
        private final Matter matter;
        private final HeldEntente held;
        private final EntenteState state;
        private final Entente entente;
        private final Instant now;
        private final Recognition recognition;
        private final Optional<Member> verifierParty;
        private final List<Recognition.IssuerOf> chosen;
        private final Walk walk = new Walk();

        Examiner(Matter matter, HeldEntente held, Instant now) {
            this.matter = matter;
            this.held = held;
            this.state = held.state();
            this.entente = state.entente();
            this.now = now;
            this.recognition = new Recognition(held, now);
            this.verifierParty = state.owner(matter.verifier());
            this.chosen = matter.issuers().stream()
                    .flatMap(issuer ->
                            state.owner(issuer).stream().map(member -> new Recognition.IssuerOf(member, issuer)))
                    .toList();
        }

        Examination examine() {
            Ruling ruling = isLive() && takesPart()
                    ? verifierParty.map(this::underClauses).orElseGet(() -> Rulings.refused(walk))
                    : Rulings.refused(walk);
            return new Examination(ruling, (verifierParty.isPresent() ? 1 : 0) + chosen.size(), walk.length());
        }

        private boolean isLive() {
            boolean inTerm = entente.term().contains(now);
            return walk.step(RulingStep.ENTENTE, true, Findings.HELD, Findings.NOT_HELD, Findings.CONCLUDE)
                    && walk.step(
                            RulingStep.IN_STEP,
                            held.inStep(),
                            Findings.IN_STEP,
                            Findings.OUT_OF_STEP,
                            Findings.CATCH_UP)
                    && walk.step(
                            RulingStep.IN_FORCE,
                            state.hasEntered() && inTerm,
                            Findings.inForce(entente.title()),
                            state.hasEntered() ? Findings.OUTSIDE_TERM : Findings.NOT_SIGNED,
                            Findings.SIGN);
        }

        private boolean takesPart() {
            Absence absence = absence();
            return walk.step(
                            RulingStep.STANDING,
                            verifierParty.map(this::nothingStops).orElse(true),
                            Findings.TAKING_PART,
                            absence.found(),
                            absence.mend())
                    && walk.step(
                            RulingStep.VERIFIER,
                            verifierParty.isPresent(),
                            verifierParty
                                    .map(member ->
                                            Findings.belongs(member.party().name()))
                                    .orElse(Findings.FOREIGN_VERIFIER),
                            Findings.FOREIGN_VERIFIER,
                            Findings.ACCEDE);
        }

        /** Why a party concerned does not take part, if one does not. */
        private Absence absence() {
            List<Member> concerned = Stream.concat(
                            verifierParty.stream(), chosen.stream().map(Recognition.IssuerOf::member))
                    .toList();
            if (concerned.stream().anyMatch(member -> !member.isBoundAt(now))) {
                return new Absence(Findings.WITHDRAWN, Findings.ACCEDE_AGAIN);
            }
            return concerned.stream().allMatch(held::confirms)
                    ? new Absence(Findings.SUSPENDED, Findings.WAIT_FOR_LIFT)
                    : new Absence(Findings.UNCONFIRMED, Findings.COMPARE_KEYS);
        }

        private record Absence(Text found, Text mend) {}

        private boolean nothingStops(Member verifier) {
            if (!recognition.accepts(verifier, matter.credentialType())) {
                return false;
            }
            List<Recognition.IssuerOf> concerned = matter.issuers().isEmpty() ? candidates(verifier) : chosen;
            return concerned.isEmpty() || concerned.stream().anyMatch(issuer -> accepts(verifier, issuer));
        }

        private List<Recognition.IssuerOf> candidates(Member verifier) {
            return recognition
                    .clausesFor(verifier, matter.verifier())
                    .filter(this::isOfType)
                    .flatMap(clause -> recognition.issuers(clause, verifier))
                    .toList();
        }

        private boolean accepts(Member verifier, Recognition.IssuerOf issuer) {
            return recognition.accepts(verifier, issuer.member(), issuer.address(), matter.credentialType());
        }

        private Ruling underClauses(Member verifier) {
            List<Clause.Recognise> forPurpose = recognition
                    .clausesFor(verifier, matter.verifier())
                    .filter(clause -> clause.purposes().stream()
                            .anyMatch(purpose -> purpose.id().equals(matter.purpose())))
                    .toList();
            List<Clause.Recognise> ofType =
                    forPurpose.stream().filter(this::isOfType).toList();
            List<Clause.Recognise> ofIssuer = ofType.stream()
                    .filter(clause -> meansIssuer(clause, verifier))
                    .toList();
            List<Clause.Recognise> confirmed = ofIssuer.stream()
                    .filter(clause -> isConfirmed(clause, verifier))
                    .toList();
            List<Clause.Recognise> fresh = confirmed.stream()
                    .filter(clause -> entente.counts(clause, now))
                    .toList();
            boolean permitted = narrowed(RulingStep.PURPOSE, forPurpose, () -> Findings.noPurpose(matter.purpose()))
                    && narrowed(RulingStep.CREDENTIAL_TYPE, ofType, () -> Findings.noType(matter.credentialType()))
                    && walk.step(
                            RulingStep.ISSUER,
                            !ofIssuer.isEmpty(),
                            issuerFound(ofType, verifier),
                            issuerMissing(),
                            Findings.OTHER_CREDENTIAL)
                    && walk.step(
                            RulingStep.FRESHNESS,
                            !confirmed.isEmpty(),
                            Findings.CONFIRMED,
                            Findings.OUT_OF_TOUCH,
                            Findings.RECONNECT)
                    && walk.step(
                            RulingStep.CLAUSE_TEXT,
                            !fresh.isEmpty(),
                            textFound(fresh),
                            Findings.STALE,
                            Findings.REWRITE)
                    && claimsWithin(fresh);
            return permitted ? permit(fresh) : Rulings.refused(walk);
        }

        private boolean isOfType(Clause.Recognise clause) {
            return clause.credentialType().equals(matter.credentialType());
        }

        private boolean meansIssuer(Clause.Recognise clause, Member verifier) {
            return matter.issuers().isEmpty()
                    ? recognition.issuers(clause, verifier).anyMatch(issuer -> accepts(verifier, issuer))
                    : chosen.stream()
                            .anyMatch(issuer ->
                                    recognition.recognises(clause, verifier, issuer.member(), issuer.address()));
        }

        private Text textFound(List<Clause.Recognise> fresh) {
            return fresh.stream()
                    .filter(clause -> !entente.isFresh(clause))
                    .findFirst()
                    .map(clause ->
                            Findings.staleUntil(clause.number(), clause.head().staleUntil()))
                    .orElse(Findings.FRESH);
        }

        private boolean isConfirmed(Clause.Recognise clause, Member verifier) {
            Stream<Recognition.IssuerOf> concerned =
                    matter.issuers().isEmpty() ? recognition.issuers(clause, verifier) : chosen.stream();
            return concerned.anyMatch(issuer -> recognition.isConfirmed(clause, verifier, issuer.member()));
        }

        private boolean narrowed(RulingStep step, List<Clause.Recognise> clauses, Supplier<Text> otherwise) {
            return walk.step(
                    step,
                    !clauses.isEmpty(),
                    Findings.underClauses(clauses.stream().map(Clause::number).toList()),
                    otherwise,
                    Findings.AMEND);
        }

        private Text issuerFound(List<Clause.Recognise> ofType, Member verifier) {
            return chosen.stream()
                    .findFirst()
                    .map(issuer -> Findings.named(issuer.member().party().name()))
                    .orElseGet(() -> Findings.someNamed((int) ofType.stream()
                            .flatMap(clause -> recognition.issuers(clause, verifier))
                            .filter(issuer -> accepts(verifier, issuer))
                            .distinct()
                            .count()));
        }

        private Text issuerMissing() {
            if (matter.issuers().isEmpty()) {
                return Findings.NO_ISSUER;
            }
            return chosen.isEmpty() ? Findings.FOREIGN_ISSUER : Findings.UNNAMED_ISSUER;
        }

        private boolean claimsWithin(List<Clause.Recognise> clauses) {
            Clause.Recognise closest = closest(clauses);
            List<String> beyond = beyond(closest);
            List<String> foreign = ofOtherSectors(closest);
            return walk.step(
                    RulingStep.CLAIMS,
                    beyond.isEmpty(),
                    Findings.WITHIN,
                    () -> foreign.isEmpty()
                            ? Findings.beyond(closest.number(), beyond)
                            : Findings.otherSector(closest.number(), foreign),
                    Findings.ASK_LESS);
        }

        private Clause.Recognise closest(List<Clause.Recognise> clauses) {
            return clauses.stream()
                    .min(Comparator.comparingInt(clause -> beyond(clause).size()))
                    .orElseThrow();
        }

        private List<String> beyond(Clause.Recognise clause) {
            return matter.claims().stream()
                    .filter(claim -> isOfAnotherSector(clause, claim)
                            || clause.maximumClaims().stream().noneMatch(maximum -> maximum.covers(claim)))
                    .map(ClaimPath::toString)
                    .sorted()
                    .toList();
        }

        private List<String> ofOtherSectors(Clause.Recognise clause) {
            return matter.claims().stream()
                    .filter(claim -> isOfAnotherSector(clause, claim))
                    .map(ClaimPath::toString)
                    .sorted()
                    .toList();
        }

        /** A pseudonym is for the sector of the purpose, whatever maximum the clause states. */
        private boolean isOfAnotherSector(Clause.Recognise clause, ClaimPath claim) {
            return claim.first().equals(PSEUDONYMS)
                    && clause.purposes().stream()
                            .filter(purpose -> purpose.id().equals(matter.purpose()))
                            .map(purpose -> ClaimPath.of(PSEUDONYMS, purpose.sector()))
                            .noneMatch(claim::equals);
        }

        private Ruling permit(List<Clause.Recognise> clauses) {
            Clause.Recognise clause = closest(clauses);
            URI id = entente.id();
            return new Ruling.Permitted(
                    id,
                    entente.title(),
                    entente.hash(),
                    clause.number(),
                    Findings.permitted(clause.number(), entente.title()),
                    new Obligations(clause.retention(), entente.freshness(clause)),
                    walk.path());
        }
    }
}
