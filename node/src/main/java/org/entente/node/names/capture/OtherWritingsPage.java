package org.entente.node.names.capture;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.entente.names.Name;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.names.record.Equivalent;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.Bearer;
import org.entente.node.names.Orthographies;
import org.entente.node.names.file.Change;
import org.entente.node.names.file.ChangeNames;
import org.entente.node.names.file.NameFiles;
import org.entente.node.names.file.RecordedName;
import org.entente.node.web.FormErrors;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The same name in another script, another spelling or another language, because its bearer says so; nothing concludes it. */
@Controller
class OtherWritingsPage {
    private static final String TEMPLATE = "names/others";

    private final NameFiles files;
    private final ChangeNames change;
    private final Orthographies orthographies;
    private final Pages pages;
    private final InstantSource clock;

    OtherWritingsPage(
            NameFiles files, ChangeNames change, Orthographies orthographies, Pages pages, InstantSource clock) {
        this.files = files;
        this.change = change;
        this.orthographies = orthographies;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * What a person writes.
     *
     * @param writing the chosen {@link Writing}'s code
     * @param relation the {@link Equivalent.Relation}'s code
     */
    record Form(String full, String writing, String relation) {
        Form {
            full = full == null ? "" : full;
            writing = writing == null ? "" : writing;
            relation = relation == null ? "" : relation;
        }

        Form with(String letter) {
            return new Form(full + letter, writing, relation);
        }

        static Form empty() {
            return new Form("", Orthographies.open(), Equivalent.Relation.SAME_NAME_OTHER_SCRIPT.code());
        }
    }

    @GetMapping("/{language}/names/{id}/others")
    ModelAndView others(Actor actor, @PathVariable UUID id) {
        return pages.page(TEMPLATE, view(find(Bearer.of(actor), id), Form.empty(), FormErrors.none()));
    }

    @PostMapping("/{language}/names/{id}/others")
    ModelAndView add(
            Language language,
            Actor actor,
            @PathVariable UUID id,
            Form form,
            @RequestParam(defaultValue = "") String letter,
            @RequestParam(defaultValue = "") String action) {
        PersonId person = Bearer.of(actor);
        RecordedName name = find(person, id);
        if (!letter.isEmpty() || action.equals("letters")) {
            String picked = letters(form).contains(letter) ? letter : "";
            return pages.page(TEMPLATE, view(name, form.with(picked), FormErrors.none()));
        }
        FormErrors errors = check(name, form);
        if (!errors.isEmpty()) {
            return pages.invalid(TEMPLATE, view(name, form, errors));
        }
        Equivalent other = new Equivalent(
                NameText.of(form.full()),
                writing(form).language(),
                relation(form).orElseThrow());
        return changed(language, person, id, found -> found.with(other));
    }

    @PostMapping("/{language}/names/{id}/others/remove")
    ModelAndView remove(
            Language language, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String full) {
        return changed(language, Bearer.of(actor), id, found -> found.without(full));
    }

    private ModelAndView changed(Language language, PersonId person, UUID id, UnaryOperator<RecordedName> how) {
        Instant now = clock.instant();
        boolean found = change.change(
                person, Change.OTHERS, file -> file.find(id).map(how).map(file::with), now);
        if (!found) {
            throw new NotFound();
        }
        return pages.redirect(language, "/names/" + id + "/others");
    }

    private FormErrors check(RecordedName name, Form form) {
        FormErrors errors = FormErrors.none();
        if (NameText.read(form.full()) instanceof NameReading.Refused refused) {
            errors = errors.with("full", ReadDraft.refusal(refused), refused.notation());
        }
        if (Writing.of(form.writing(), orthographies).isEmpty()) {
            errors = errors.with("writing", "names.writing.missing");
        }
        if (relation(form).isEmpty()) {
            errors = errors.with("relation", "names.other.relation.missing");
        }
        return errors.isEmpty() && name.entry().equivalents().size() >= RecordedName.MAX_OTHERS
                ? errors.with("full", "names.other.full-file", RecordedName.MAX_OTHERS)
                : errors;
    }

    private static Optional<Equivalent.Relation> relation(Form form) {
        return Arrays.stream(Equivalent.Relation.values())
                .filter(one -> one.code().equals(form.relation()))
                .findFirst();
    }

    private OtherWritingsView view(RecordedName name, Form form, FormErrors errors) {
        return new OtherWritingsView(
                name,
                DraftView.choices(orthographies),
                form.full(),
                writing(form),
                letters(form),
                form.relation(),
                errors);
    }

    private List<String> letters(Form form) {
        return orthographies.letters(writing(form).orthography());
    }

    private Writing writing(Form form) {
        return Writing.of(form.writing(), orthographies)
                .orElseGet(() -> new Writing(orthographies.alphabet(Orthographies.open()), Name.UNDETERMINED));
    }

    private RecordedName find(PersonId person, UUID id) {
        return files.latest(person).file().find(id).orElseThrow(NotFound::new);
    }
}
