package org.entente.node.names.search;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.NameText;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.HeldNames;
import org.entente.node.names.Orthographies;
import org.entente.node.names.file.NameFiles;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;
import org.entente.node.names.sound.Recordings;
import org.entente.node.web.FormErrors;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's names for an officer who serves them: how they are written, said, and given to other systems. */
@Controller
class PersonPage {
    private static final String TEMPLATE = "names/person";
    private static final int MIN_REASON = 10;
    private static final int MAX_REASON = 500;

    private final NameFiles files;
    private final Recordings recordings;
    private final ReadFormerNames readFormer;
    private final List<HeldNames> sources;
    private final CompareNames compare;
    private final Orthographies orthographies;
    private final Pages pages;
    private final InstantSource clock;

    PersonPage(
            NameFiles files,
            Recordings recordings,
            ReadFormerNames readFormer,
            List<HeldNames> sources,
            CompareNames compare,
            Orthographies orthographies,
            Pages pages,
            InstantSource clock) {
        this.files = files;
        this.recordings = recordings;
        this.readFormer = readFormer;
        this.sources = List.copyOf(sources);
        this.compare = compare;
        this.orthographies = orthographies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/officers/names/{person}")
    ModelAndView names(Actor.Officer officer, @PathVariable UUID person) {
        return pages.page(TEMPLATE, view(new PersonId(person), "", false, FormErrors.none()));
    }

    @PostMapping("/{language}/officers/names/{person}")
    ModelAndView former(
            Actor.Officer officer, @PathVariable UUID person, @RequestParam(defaultValue = "") String reason) {
        PersonId of = new PersonId(person);
        String given = reason.strip();
        if (given.length() < MIN_REASON || given.length() > MAX_REASON || given.indexOf('\0') >= 0) {
            return pages.invalid(
                    TEMPLATE, view(of, given, false, FormErrors.of("reason", "names.former.reason.missing")));
        }
        file(of);
        readFormer.note(officer.id(), of, given, clock.instant());
        return pages.page(TEMPLATE, view(of, given, true, FormErrors.none()));
    }

    @GetMapping("/officers/names/{person}/sounds/{name}")
    ResponseEntity<byte[]> hear(Actor.Officer officer, @PathVariable UUID person, @PathVariable UUID name) {
        PersonId of = new PersonId(person);
        Optional<RecordedName> shared = file(of).find(name).filter(RecordedName::isShared);
        return recordings.answer(of, shared.orElseThrow(NotFound::new)).orElseThrow(NotFound::new);
    }

    /** @param opened whether a reason was given for reading what the person has put away, which a register may hold too */
    private PersonView view(PersonId person, String reason, boolean opened, FormErrors errors) {
        PersonFile file = file(person);
        List<PersonView.HeldName> held = sources.stream()
                .flatMap(source -> source.of(person).stream())
                .filter(name -> !isHidden(file, name.name().full(), opened))
                .map(name -> new PersonView.HeldName(
                        name.source(),
                        name.name(),
                        compare.with(file, name.name().full())))
                .sorted(Comparator.comparing(name -> name.name().full(), orthographies.order(file.orthography())))
                .toList();
        return new PersonView(
                person,
                file.shared(),
                compare.systems(file.shared()),
                held,
                opened ? file.former() : List.of(),
                reason,
                errors);
    }

    private boolean isHidden(PersonFile file, NameText held, boolean opened) {
        return opened ? compare.isCeremonial(file, held) : compare.isPutAway(file, held);
    }

    private PersonFile file(PersonId person) {
        PersonFile file = files.latest(person).file();
        if (file.names().isEmpty()) {
            throw new NotFound();
        }
        return file;
    }
}
