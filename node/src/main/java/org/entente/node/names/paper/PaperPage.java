package org.entente.node.names.paper;

import java.time.InstantSource;
import java.time.LocalDate;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.names.Bearer;
import org.entente.node.names.file.NameFiles;
import org.entente.node.web.WebSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Gives whoever is signed in their names on paper. The address is the same for everybody and says nothing of them. */
@Controller
class PaperPage {
    private final WriteNames write;
    private final NameFiles files;
    private final WebSettings settings;
    private final InstantSource clock;

    PaperPage(WriteNames write, NameFiles files, WebSettings settings, InstantSource clock) {
        this.write = write;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/{language}/names/paper.pdf")
    ResponseEntity<byte[]> paper(Language language, Actor actor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        byte[] paper = write.write(files.latest(Bearer.of(actor)).file(), language, today);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"names.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(paper);
    }
}
