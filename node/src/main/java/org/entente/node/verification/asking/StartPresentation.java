package org.entente.node.verification.asking;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.Agreements;
import org.entente.node.agreements.Asking;
import org.entente.node.agreements.ProofPath;
import org.entente.node.agreements.RecognisedIssuers;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.Serving;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Secrets;
import org.entente.node.kernel.Text;
import org.entente.node.keys.Keys;
import org.entente.node.keys.WrappedKey;
import org.entente.node.limits.Allowance;
import org.entente.node.limits.Limits;
import org.entente.node.limits.Use;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.PresentationRequest;
import org.entente.node.verification.StartOutcome;
import org.entente.node.verification.Starter;
import org.entente.node.verification.VerificationSettings;
import org.entente.node.verification.presentation.Presentation;
import org.entente.node.verification.presentation.PresentationState;
import org.entente.node.verification.presentation.Presentations;
import org.entente.node.verification.proof.Proof;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.oid4vp.ClientMetadata;
import org.entente.protocols.oid4vp.RequestLink;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.StatedPurpose;
import org.springframework.stereotype.Component;

/** Asks for a presentation, if an entente lets it: what is more than its maximum no wallet ever sees. */
@Component
public class StartPresentation {
    private static final String QUERY = "attestation";
    private static final String FORMAT = "dc+sd-jwt";
    private static final int ID_BYTES = 16;
    private static final int CODE_DIGITS = 6;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Agreements agreements;
    private final NodeIdentity node;
    private final Keys keys;
    private final Secrets secrets;
    private final Presentations presentations;
    private final Limits limits;
    private final VerificationSettings settings;
    private final Allowance startsOfNetwork;

    StartPresentation(
            Agreements agreements,
            NodeIdentity node,
            Keys keys,
            Secrets secrets,
            Presentations presentations,
            Limits limits,
            VerificationSettings settings) {
        this.agreements = agreements;
        this.node = node;
        this.keys = keys;
        this.secrets = secrets;
        this.presentations = presentations;
        this.limits = limits;
        this.settings = settings;
        this.startsOfNetwork = new Allowance("presentation start", HOUR, settings.startsPerNetworkAndHour());
    }

    /** Rules, and if it is permitted makes the request and the key that the answer will be encrypted to. */
    public StartOutcome start(PresentationRequest request, Starter starter, Instant now) {
        if (use(starter, now) instanceof Use.Beyond beyond) {
            return new StartOutcome.TooMany(beyond.retryAfter());
        }
        URI verifier = node.issuer(request.organisation());
        Agreements held = agreements.reading();
        Asking asking = new Asking(verifier, request.purpose(), request.credentialType(), Set.copyOf(request.claims()));
        return switch (held.rule(asking, now)) {
            case Ruling.Refused refused -> new StartOutcome.Refused(refused.path());
            case Ruling.Permitted permitted -> {
                Serving serving = held.serving(asking, now);
                if (serving.issuers().isEmpty()) {
                    yield new StartOutcome.Refused(
                            serving.any().map(Ruling::path).orElse(permitted.path()));
                }
                yield ask(
                        request,
                        starter,
                        permitted,
                        query(request, serving.issuers()),
                        stated(request, permitted, serving.clauses(permitted.entente())),
                        now);
            }
        };
    }

    /** A browser needs no name to start; a client has one, and answers for what it does. */
    private Use use(Starter starter, Instant now) {
        return switch (starter) {
            case Starter.Browser browser -> limits.use(startsOfNetwork, browser.network(), now);
            case Starter.Client ignored -> new Use.Within();
        };
    }

    private StartOutcome ask(
            PresentationRequest request,
            Starter starter,
            Ruling.Permitted ruling,
            DcqlQuery query,
            StatedPurpose stated,
            Instant now) {
        Organisation organisation = request.organisation();
        URI verifier = node.issuer(organisation);
        PresentationId id = new PresentationId(organisation.id(), random());
        WrappedKey key = keys.newKey();
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        RequestObject object = new RequestObject(
                RequestObject.clientId(keys.verifier(organisation)),
                URI.create(verifier + "/responses/" + id.value()),
                secrets.token(),
                "",
                query,
                ClientMetadata.ofEphemeralKey(key.publicKey()),
                stated,
                Optional.of(start),
                Optional.of(start.plus(settings.request())));
        Presentation asked = new Presentation(
                id,
                random(),
                PresentationState.ASKED,
                request.purpose(),
                object,
                key.sealed(),
                secrets.digits(CODE_DIGITS),
                redirectUri(id, starter),
                back(id, starter),
                false,
                start.plus(settings.request()));
        presentations.begin(asked, starter.secret(), asked(asked.proof(), request, ruling.path(), now));
        return new StartOutcome.Started(
                id,
                new RequestLink(object.clientId(), URI.create(verifier + "/requests/" + id.value())),
                asked.code(),
                asked.expiresAt(),
                ruling,
                asked.proof());
    }

    private static DcqlQuery query(PresentationRequest request, List<RecognisedIssuers> recognised) {
        return DcqlQuery.of(CredentialQuery.of(
                QUERY, FORMAT, request.credentialType(), RecognisedIssuers.authorities(recognised), request.claims()));
    }

    /** All clauses under which it may be accepted: which of them depends on whose credential the holder shows. */
    private static StatedPurpose stated(PresentationRequest request, Ruling.Permitted ruling, List<String> clauses) {
        return new StatedPurpose(
                texts(request.organisation().name()),
                texts(request.purposeText()),
                ruling.entente().toString(),
                String.join(", ", clauses));
    }

    private static Map<String, String> texts(Text text) {
        return Map.of("fr", text.fr(), "en", text.en());
    }

    private URI redirectUri(PresentationId id, Starter starter) {
        return switch (starter) {
            case Starter.Browser browser ->
                URI.create(node.origin() + "/" + browser.language().code() + "/presentations/" + id + "/back");
            case Starter.Client client -> client.address();
        };
    }

    private static String back(PresentationId id, Starter starter) {
        return switch (starter) {
            case Starter.Browser browser -> browser.back() + "/" + id.value();
            case Starter.Client client -> client.address().toString();
        };
    }

    private static Proof asked(String id, PresentationRequest request, ProofPath path, Instant now) {
        return new Proof(
                id,
                request.organisation().id(),
                request.purposeText(),
                request.credentialType(),
                request.claims(),
                Proof.State.ASKED,
                null,
                null,
                path,
                null,
                now);
    }

    private String random() {
        return Secrets.base64url(secrets.bytes(ID_BYTES));
    }
}
