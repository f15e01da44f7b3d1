package org.entente.node.names.sound;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.names.Bearer;
import org.entente.node.names.file.Change;
import org.entente.node.names.file.ChangeNames;
import org.entente.node.names.file.NameFiles;
import org.entente.node.names.file.RecordedName;
import org.entente.node.names.sound.Recordings.Recording;
import org.entente.node.web.FormErrors;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.entente.node.web.SentFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** How a name is said: its bearer sends a recording, hears it, and takes it back. */
@Controller
class SoundPage {
    private static final String TEMPLATE = "names/sound";

    private final Recordings recordings;
    private final NameFiles files;
    private final ChangeNames change;
    private final Pages pages;
    private final InstantSource clock;

    SoundPage(Recordings recordings, NameFiles files, ChangeNames change, Pages pages, InstantSource clock) {
        this.recordings = recordings;
        this.files = files;
        this.change = change;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/names/sounds/{id}")
    ModelAndView form(Actor actor, @PathVariable UUID id) {
        return pages.page(TEMPLATE, new SoundView(find(Bearer.of(actor), id), FormErrors.none()));
    }

    @PostMapping("/{language}/names/sounds/{id}")
    ModelAndView send(Language language, Actor actor, @PathVariable UUID id, HttpServletRequest request)
            throws IOException {
        PersonId person = Bearer.of(actor);
        RecordedName name = find(person, id);
        byte[] sound =
                SentFile.read(Optional.ofNullable(request.getContentType()).orElse(""), request.getInputStream());
        Optional<SoundType> type = SoundType.of(sound);
        if (type.isEmpty()) {
            String wrong = sound.length == 0 ? "names.sound.missing" : "names.sound.other";
            return pages.invalid(TEMPLATE, new SoundView(name, FormErrors.of("sound", wrong)));
        }
        Instant now = clock.instant();
        String digest = HexFormat.of().formatHex(Secrets.sha256(sound));
        recordings.keep(person, digest, new Recording(type.get().mediaType(), sound), now);
        say(person, id, digest, type.get().mediaType(), now);
        return pages.redirect(language, "/names/" + id);
    }

    @PostMapping("/{language}/names/sounds/{id}/remove")
    ModelAndView remove(Language language, Actor actor, @PathVariable UUID id) {
        say(Bearer.of(actor), id, "", "", clock.instant());
        return pages.redirect(language, "/names/" + id);
    }

    @GetMapping("/names/sounds/{id}")
    ResponseEntity<byte[]> hear(Actor actor, @PathVariable UUID id) {
        PersonId person = Bearer.of(actor);
        return recordings.answer(person, find(person, id)).orElseThrow(NotFound::new);
    }

    private void say(PersonId person, UUID id, String digest, String type, Instant now) {
        change.change(
                person,
                Change.SAID,
                file -> file.find(id)
                        .map(name -> file.with(name.with(
                                name.entry().with(name.entry().spoken().recorded(digest, type))))),
                now);
    }

    private RecordedName find(PersonId person, UUID id) {
        return files.latest(person).file().find(id).orElseThrow(NotFound::new);
    }
}
