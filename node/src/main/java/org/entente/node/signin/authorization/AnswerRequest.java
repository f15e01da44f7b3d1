package org.entente.node.signin.authorization;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.ConsentOutcome;
import org.entente.node.signin.Permission;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.StandingSessions;
import org.entente.protocols.oauth.AuthorizationAnswer;
import org.entente.protocols.oauth.OAuthErrors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a person's answer, once, and makes the code of a yes in the same transaction. */
@Component
class AnswerRequest {
    private final StandingSessions sessions;
    private final AuthorizationRequests requests;
    private final Authorizations authorizations;
    private final Permissions permissions;
    private final Secrets secrets;
    private final String issuer;

    AnswerRequest(
            StandingSessions sessions,
            AuthorizationRequests requests,
            Authorizations authorizations,
            Permissions permissions,
            Secrets secrets,
            NodeIdentity node) {
        this.sessions = sessions;
        this.requests = requests;
        this.authorizations = authorizations;
        this.permissions = permissions;
        this.secrets = secrets;
        this.issuer = node.origin().toString();
    }

    /** The person says yes, in a session that has not ended when it counts. */
    @Transactional
    public AnswerOutcome allow(UUID id, SignedIn signedIn, Instant now) {
        sessions.hold(signedIn);
        PersonId person = signedIn.person();
        Optional<AuthorizationRequests.Pending> claimed = requests.claim(id, person, now);
        if (claimed.isEmpty()) {
            return new AnswerOutcome.Gone();
        }
        Permission permission = permissions.named(claimed.get().permission());
        return switch (permission.consent(person, id, claimed.get().asked(), now)) {
            case ConsentOutcome.First _, ConsentOutcome.Impossible _ -> new AnswerOutcome.NotYet();
            case ConsentOutcome.Question _ ->
                requests.answer(id, person, now)
                        .map(request -> permitted(request, permission, person, now))
                        .orElseGet(AnswerOutcome.Gone::new);
        };
    }

    private AnswerOutcome permitted(
            AuthorizationRequests.Pending request, Permission permission, PersonId person, Instant now) {
        String code = secrets.token();
        authorizations.add(secrets.id(), request, code, permission.permit(person, request.asked(), now), now);
        return new AnswerOutcome.Answered(
                new AuthorizationAnswer.Code(code, request.state(), issuer).at(request.redirectUri()));
    }

    /** The person says no, whether or not a yes would have been possible. */
    @Transactional
    public AnswerOutcome deny(UUID id, PersonId person, Instant now) {
        return requests.claim(id, person, now)
                .flatMap(claimed -> requests.answer(id, person, now))
                .<AnswerOutcome>map(request -> new AnswerOutcome.Answered(new AuthorizationAnswer.Refused(
                                OAuthErrors.ACCESS_DENIED, "the person said no", request.state(), issuer)
                        .at(request.redirectUri())))
                .orElseGet(AnswerOutcome.Gone::new);
    }
}
