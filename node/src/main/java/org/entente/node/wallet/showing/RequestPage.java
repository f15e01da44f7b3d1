package org.entente.node.wallet.showing;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.FetchAllowance;
import org.entente.node.wallet.Holder;
import org.entente.node.web.FormErrors;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A verifier's request, from the link that leads here to what became of it (OID4VP 1.0 §5: authorization endpoint). */
@Controller
class RequestPage {
    private final Pages pages;
    private final FetchAllowance fetches;
    private final OpenRequest openRequest;
    private final ReadRequest readRequest;
    private final AgreeToShow agreeToShow;
    private final RefuseToShow refuseToShow;
    private final TellVerifier tellVerifier;
    private final Requests requests;
    private final InstantSource clock;

    RequestPage(
            Pages pages,
            FetchAllowance fetches,
            OpenRequest openRequest,
            ReadRequest readRequest,
            AgreeToShow agreeToShow,
            RefuseToShow refuseToShow,
            TellVerifier tellVerifier,
            Requests requests,
            InstantSource clock) {
        this.pages = pages;
        this.fetches = fetches;
        this.openRequest = openRequest;
        this.readRequest = readRequest;
        this.agreeToShow = agreeToShow;
        this.refuseToShow = refuseToShow;
        this.tellVerifier = tellVerifier;
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping("/{language:fr|en}/wallet/present")
    ModelAndView open(
            Language language,
            Actor actor,
            @RequestParam(name = "client_id", defaultValue = "") String clientId,
            @RequestParam(name = "request_uri", defaultValue = "") String requestUri,
            @RequestParam(name = "request_uri_method", defaultValue = "") String method) {
        PersonId holder = Holder.of(actor);
        fetches.use(holder, clock.instant());
        var link = new OpenRequest.Link(clientId, requestUri, method);
        return switch (openRequest.open(holder, link, clock.instant())) {
            case OpenRequest.Outcome.Opened(UUID id) -> pages.redirect(language, path(id));
            case OpenRequest.Outcome.Faulty(UUID id, Fault _) -> pages.redirect(language, path(id));
            case OpenRequest.Outcome.NotAcceptable(Fault fault) ->
                pages.page("wallet/request-unacceptable", fault, HttpStatus.BAD_REQUEST);
            case OpenRequest.Outcome.NoRoom(var live) ->
                pages.page("wallet/request-no-room", NoRoomView.of(live, language), HttpStatus.BAD_REQUEST);
        };
    }

    @GetMapping("/{language:fr|en}/wallet/requests/{id}")
    ModelAndView show(Language language, Actor actor, @PathVariable UUID id) {
        return page(language, Holder.of(actor), id, Choices.NONE, FormErrors.none());
    }

    private ModelAndView page(Language language, PersonId holder, UUID id, Choices choices, FormErrors errors) {
        Instant now = clock.instant();
        StoredRequest stored = requests.find(holder, id).orElseThrow(NotFound::new);
        RequestEnd end = RequestEnd.of(stored, language);
        if (stored.isAnswerable(now)) {
            return switch (readRequest.read(holder, stored, now)) {
                case ReadRequest.Outcome.Answerable(KnownRequest request, Match.Found found) -> {
                    RequestView view = RequestView.of(stored, request, found, choices, language, errors);
                    yield errors.isEmpty() ? pages.page("wallet/request", view) : pages.invalid("wallet/request", view);
                }
                case ReadRequest.Outcome.Lacking(var types) -> pages.page("wallet/request-lacking", end.lacking(types));
                case ReadRequest.Outcome.Over(Fault fault) -> pages.page("wallet/request-failed", end.because(fault));
            };
        }
        if (stored.canBeTold(now)) {
            return faulty(stored, end, now);
        }
        if (stored.isUncertain(now)) {
            boolean again = stored.answerKept() && readRequest.isLive(stored, now);
            return pages.page("wallet/request-uncertain", end.again(again));
        }
        return pages.page(
                switch (stored.state()) {
                    case OPEN, ANSWERING -> "wallet/request-underway";
                    case FAULTY, TELLING -> "wallet/request-telling";
                    case TOLD -> "wallet/request-told";
                    case ANSWERED -> "wallet/request-answered";
                    case DECLINED -> "wallet/request-declined";
                    case FAILED -> "wallet/request-failed";
                    case UNCERTAIN -> "wallet/request-uncertain";
                },
                end);
    }

    private ModelAndView faulty(StoredRequest stored, RequestEnd end, Instant now) {
        return readRequest
                .fault(stored, now)
                .map(fault -> pages.page("wallet/request-faulty", new FaultyView(end, fault)))
                .orElseGet(() -> pages.page("wallet/request-failed", end.because(Fault.OVER)));
    }

    @PostMapping("/{language:fr|en}/wallet/requests/{id}/agree")
    ModelAndView agree(
            Language language, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        PersonId holder = Holder.of(actor);
        fetches.use(holder, clock.instant());
        Choices choices = Choices.of(fields);
        return render(language, holder, id, choices, agreeToShow.agree(holder, id, choices, clock.instant()));
    }

    @PostMapping("/{language:fr|en}/wallet/requests/{id}/refuse")
    ModelAndView refuse(Language language, Actor actor, @PathVariable UUID id) {
        PersonId holder = Holder.of(actor);
        fetches.use(holder, clock.instant());
        return render(language, holder, id, Choices.NONE, refuseToShow.refuse(holder, id, clock.instant()));
    }

    /** The holder lets the verifier know that its request cannot be answered. */
    @PostMapping("/{language:fr|en}/wallet/requests/{id}/tell")
    ModelAndView tell(Language language, Actor actor, @PathVariable UUID id) {
        PersonId holder = Holder.of(actor);
        fetches.use(holder, clock.instant());
        return render(language, holder, id, Choices.NONE, tellVerifier.tell(holder, id, clock.instant()));
    }

    private ModelAndView render(Language language, PersonId holder, UUID id, Choices choices, AnswerOutcome outcome) {
        return switch (outcome) {
            case AnswerOutcome.Taken taken -> onward(language, id, taken.next());
            case AnswerOutcome.Uncertain uncertain -> onward(language, id, uncertain.next());
            case AnswerOutcome.NotTaken notTaken -> onward(language, id, notTaken.next());
            case AnswerOutcome.ChoiceMissing(String question) ->
                page(language, holder, id, choices, error(question, "choose"));
            case AnswerOutcome.NameMissing(String question) ->
                page(language, holder, id, choices, error(question, "choose-name"));
            case AnswerOutcome.NamesChanged(String question) ->
                page(language, holder, id, choices.withoutNames(), error(question, "names-changed"));
            case AnswerOutcome.Changed(String question) ->
                page(language, holder, id, choices.withoutNames(), error(question, "changed"));
            case AnswerOutcome.ExtraGone _ -> page(language, holder, id, choices, extras("extra-gone"));
            case AnswerOutcome.ExtraMissing _ -> page(language, holder, id, choices, extras("extra-missing"));
            case AnswerOutcome.NotSent _ -> pages.redirect(language, path(id));
        };
    }

    private static FormErrors error(String question, String what) {
        return FormErrors.of(RequestView.field(question), "wallet.request." + what);
    }

    private static FormErrors extras(String what) {
        return FormErrors.of(RequestView.EXTRAS, "wallet.request." + what);
    }

    /** To where the verifier leads, or to what became of the request. */
    private ModelAndView onward(Language language, UUID id, Optional<URI> next) {
        return next.map(pages::redirect).orElseGet(() -> pages.redirect(language, path(id)));
    }

    private static String path(UUID id) {
        return "/wallet/requests/" + id;
    }
}
