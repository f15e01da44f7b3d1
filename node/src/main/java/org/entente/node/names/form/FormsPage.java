package org.entente.node.names.form;

import com.ibm.icu.text.Normalizer2;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.legacy.LegacyDraft;
import org.entente.names.legacy.LegacyForm;
import org.entente.names.legacy.LegacyForms;
import org.entente.names.legacy.LegacyOutcome;
import org.entente.names.legacy.Loss;
import org.entente.names.legacy.Method;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.Bearer;
import org.entente.node.names.Orthographies;
import org.entente.node.names.file.Change;
import org.entente.node.names.file.ChangeNames;
import org.entente.node.names.file.NameFiles;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;
import org.entente.node.web.FormErrors;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms of a name for systems that cannot write it, with what each loses; its bearer approves them or writes others. */
@Controller
class FormsPage {
    private static final String TEMPLATE = "names/forms";

    private final Channels channels;
    private final NameFiles files;
    private final ChangeNames change;
    private final Orthographies orthographies;
    private final Pages pages;
    private final InstantSource clock;

    FormsPage(
            Channels channels,
            NameFiles files,
            ChangeNames change,
            Orthographies orthographies,
            Pages pages,
            InstantSource clock) {
        this.channels = channels;
        this.files = files;
        this.change = change;
        this.orthographies = orthographies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/names/{id}/forms")
    ModelAndView forms(Actor actor, @PathVariable UUID id) {
        return pages.page(TEMPLATE, view(find(Bearer.of(actor), id), false, FormErrors.none()));
    }

    /**
     * @param value the form that the person wants: the draft as it was shown, or another
     * @param seen the digest of the name that the page showed
     */
    @PostMapping("/{language}/names/{id}/forms")
    ModelAndView approve(
            Language language,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String value,
            @RequestParam Optional<String> seen) {
        PersonId person = Bearer.of(actor);
        RecordedName name = find(person, id);
        Channels.Named system = channels.find(channel).orElseThrow(NotFound::new);
        if (seen.filter(digest -> !digest.equals(FormsView.digest(name))).isPresent()) {
            return pages.page(TEMPLATE, view(name, true, FormErrors.none()), HttpStatus.CONFLICT);
        }
        Instant now = clock.instant();
        LegacyForm form;
        try {
            form = form(name, system, Normalizer2.getNFCInstance().normalize(value.strip()), now);
        } catch (IllegalArgumentException e) {
            String field = "form-" + channel.replace(':', '-');
            return pages.invalid(
                    TEMPLATE,
                    view(
                            name,
                            false,
                            FormErrors.of(
                                    field,
                                    "names.form.impossible",
                                    system.channel().most())));
        }
        change.change(person, Change.FORM, file -> put(file, name, form), now);
        return pages.redirect(language, "/names/" + id + "/forms#" + channel.replace(':', '-'));
    }

    /** What the person approves, if it is what was drafted; otherwise what they wrote. */
    private LegacyForm form(RecordedName name, Channels.Named system, String value, Instant now) {
        LegacyOutcome outcome = forms(name, system).form(name.entry().name(), system.channel(), List.of());
        return outcome instanceof LegacyOutcome.Drafted(LegacyDraft draft)
                        && draft.value().equals(value)
                ? draft.approve(now)
                : LegacyForm.chosen(name.entry().name().full(), system.channel(), value, now);
    }

    /** Empty where the name was spelt anew meanwhile: the form is of the name that it was approved for. */
    private static Optional<PersonFile> put(PersonFile file, RecordedName name, LegacyForm form) {
        return file.find(name.id())
                .filter(found -> FormsView.digest(found).equals(FormsView.digest(name)))
                .map(found -> file.with(with(found, form)));
    }

    private static RecordedName with(RecordedName name, LegacyForm form) {
        List<LegacyForm> forms = new ArrayList<>(name.entry().legacyForms());
        forms.removeIf(other -> other.channel().equals(form.channel()));
        forms.add(form);
        return name.with(name.entry().with(forms));
    }

    private FormsView view(RecordedName name, boolean changed, FormErrors errors) {
        return new FormsView(
                name, channels.all().stream().map(system -> line(name, system)).toList(), changed, errors);
    }

    private FormsView.Line line(RecordedName name, Channels.Named system) {
        LegacyOutcome outcome = forms(name, system)
                .form(name.entry().name(), system.channel(), name.entry().legacyForms());
        return switch (outcome) {
            case LegacyOutcome.Recorded(LegacyForm form) ->
                line(system, form.value(), form.method(), form.losses(), Optional.of(form.at()));
            case LegacyOutcome.Drafted(LegacyDraft draft) ->
                line(system, draft.value(), draft.method(), draft.losses(), Optional.empty());
            case LegacyOutcome.ByHand(var _, List<String> unknown) ->
                line(system, "", Method.PERSON_CHOSEN, List.of(), Optional.empty())
                        .without(unknown);
        };
    }

    private static FormsView.Line line(
            Channels.Named system, String value, Method method, List<Loss> losses, Optional<Instant> approvedAt) {
        return new FormsView.Line(
                system.channel().id(),
                system.name(),
                system.channel().most(),
                value,
                method,
                losses,
                List.of(),
                approvedAt);
    }

    private LegacyForms forms(RecordedName name, Channels.Named system) {
        return new LegacyForms(orthographies.alphabet(name.entry().orthography()), system.table());
    }

    private RecordedName find(PersonId person, UUID id) {
        return files.latest(person)
                .file()
                .find(id)
                .filter(RecordedName::isShared)
                .orElseThrow(NotFound::new);
    }
}
