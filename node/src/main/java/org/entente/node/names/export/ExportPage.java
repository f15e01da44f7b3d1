package org.entente.node.names.export;

import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.names.Bearer;
import org.entente.node.names.file.NameFiles;
import org.entente.protocols.json.Json;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Gives whoever is signed in their names as files. The addresses are the same for everybody and say nothing of them. */
@Controller
class ExportPage {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");

    private final NameFiles files;
    private final WriteCsv writeCsv;
    private final WriteJson writeJson;

    ExportPage(NameFiles files, WriteCsv writeCsv, WriteJson writeJson) {
        this.files = files;
        this.writeCsv = writeCsv;
        this.writeJson = writeJson;
    }

    @GetMapping("/{language}/names/names.csv")
    ResponseEntity<byte[]> csv(Language language, Actor actor) {
        return file(
                language,
                CSV,
                "csv",
                writeCsv.write(files.latest(Bearer.of(actor)).file(), language));
    }

    @GetMapping("/{language}/names/names.json")
    ResponseEntity<byte[]> json(Language language, Actor actor) {
        return file(
                language,
                MediaType.APPLICATION_JSON,
                "json",
                Json.bytes(writeJson.write(files.latest(Bearer.of(actor)).file(), language)));
    }

    private static ResponseEntity<byte[]> file(Language language, MediaType type, String extension, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"names." + extension + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes);
    }
}
