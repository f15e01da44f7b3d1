package org.entente.command;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be ended when the process is told to stop: one thing after another, the last begun first. */
final class Ending {
    private final Deque<Runnable> begun = new ArrayDeque<>();

    private Ending() {}

    /** An ending that comes with SIGTERM, SIGINT or the program's own end. */
    static Ending whenTold() {
        Ending ending = new Ending();
        Runtime.getRuntime().addShutdownHook(new Thread(ending::end, "ending"));
        return ending;
    }

    /** Something has begun: it will end before all that was begun earlier. */
    synchronized void then(Runnable end) {
        begun.push(end);
    }

    private synchronized void end() {
        while (!begun.isEmpty()) {
            begun.pop().run();
        }
    }
}
