package org.entente.node.signin.passkey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.limits.Allowance;
import org.entente.node.limits.Limits;
import org.entente.node.limits.Use;
import org.entente.node.people.People;
import org.entente.node.people.Person;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.SigninSettings;
import org.entente.node.signin.ways.Accounts;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Puts a question to the passkeys of whoever is there, for the page's script to hand to the browser. */
@Component
public class AskPasskey {
    private final Challenges challenges;
    private final PasskeyQuestions questions;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final People people;
    private final Limits limits;
    private final SigninSettings.Limits most;

    AskPasskey(
            Challenges challenges,
            PasskeyQuestions questions,
            Passkeys passkeys,
            Accounts accounts,
            People people,
            Limits limits,
            SigninSettings settings) {
        this.challenges = challenges;
        this.questions = questions;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.people = people;
        this.limits = limits;
        this.most = settings.limits();
    }

    /** Who is there? Any passkey may answer. */
    ResponseEntity<ObjectNode> whoIsThere(UUID session, String network, Instant now) {
        return answer(ask(session, Challenges.Purpose.SIGN_IN, network, now)
                .map(challenge -> questions.get(challenge, List.of())));
    }

    /** Is it you? Only the passkeys by which whoever is signed in may sign in answer. */
    public ResponseEntity<ObjectNode> isItYou(SignedIn signedIn, String network, Instant now) {
        return answer(ask(signedIn.session(), Challenges.Purpose.CONFIRM, network, now)
                .map(challenge -> questions.get(challenge, passkeys.inUse(signedIn.person()))));
    }

    /** Make a passkey for whoever is signed in. */
    ResponseEntity<ObjectNode> makeOne(SignedIn signedIn, Language language, String network, Instant now) {
        Person person = people.person(signedIn.person()).orElseThrow();
        return answer(ask(signedIn.session(), Challenges.Purpose.ADD, network, now)
                .map(challenge -> questions.create(
                        challenge,
                        accounts.userHandle(person.id()),
                        person.email(),
                        language,
                        passkeys.credentials(person.id()))));
    }

    private Optional<String> ask(UUID session, Challenges.Purpose purpose, String network, Instant now) {
        Allowance allowance =
                new Allowance("passkey question by network", Duration.ofHours(1), most.challengesPerAddressAndHour());
        return limits.use(allowance, network, now) instanceof Use.Within
                ? Optional.of(challenges.ask(session, purpose, now))
                : Optional.empty();
    }

    private static ResponseEntity<ObjectNode> answer(Optional<ObjectNode> options) {
        return options.map(each ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(each))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build());
    }
}
