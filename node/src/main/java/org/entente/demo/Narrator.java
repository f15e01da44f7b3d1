package org.entente.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Tells the tour, a plain line a step. */
final class Narrator {
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private int chapter;

    /** Opens the next numbered part. */
    void chapter(String title) {
        chapter++;
        out.println();
        out.println(chapter + ". " + title);
    }

    /** One step: who did what, and what was sent where. */
    void step(String text) {
        out.println("   " + text);
    }

    void say(String text) {
        out.println(text);
    }
}
