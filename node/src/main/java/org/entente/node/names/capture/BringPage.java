package org.entente.node.names.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.Bearer;
import org.entente.node.names.export.BroughtFile;
import org.entente.node.names.export.ReadCsv;
import org.entente.node.names.file.NameFiles;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.entente.node.web.SentFile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * A person brings a file of names, perhaps one that they took away. It is read, shown and forgotten: each of its names may begin a
 * draft, which goes the way of every other, and none is taken by itself.
 */
@Controller
class BringPage {
    private static final String TEMPLATE = "names/import";

    private final ReadCsv readCsv;
    private final ReadBrought readBrought;
    private final NameFiles files;
    private final Pages pages;

    BringPage(ReadCsv readCsv, ReadBrought readBrought, NameFiles files, Pages pages) {
        this.readCsv = readCsv;
        this.readBrought = readBrought;
        this.files = files;
        this.pages = pages;
    }

    @GetMapping("/{language}/names/import")
    ModelAndView form(Actor actor) {
        Bearer.of(actor);
        return pages.page(TEMPLATE, BringView.before(FormErrors.none()));
    }

    @PostMapping("/{language}/names/import")
    ModelAndView bring(Actor actor, HttpServletRequest request) throws IOException {
        PersonId person = Bearer.of(actor);
        byte[] sent =
                SentFile.read(Optional.ofNullable(request.getContentType()).orElse(""), request.getInputStream());
        return switch (readCsv.read(sent)) {
            case BroughtFile.Read(var rows, int rest) ->
                pages.page(
                        TEMPLATE,
                        BringView.of(
                                readBrought.lines(rows, files.latest(person).file()), rest));
            case BroughtFile.Unreadable(BroughtFile.Why why) ->
                pages.invalid(
                        TEMPLATE,
                        BringView.before(FormErrors.of(
                                "file",
                                switch (why) {
                                    case EMPTY -> "names.import.missing";
                                    case OTHER_ENCODING -> "names.import.other-encoding";
                                    case NO_NAMES -> "names.import.no-names";
                                })));
        };
    }
}
