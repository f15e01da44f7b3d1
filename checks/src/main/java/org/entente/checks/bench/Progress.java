package org.entente.checks.bench;

/** Says on the terminal what is going on; a measurement takes minutes. */
record Progress(String title) {
    void say(String line) {
        System.err.println(title + ": " + line);
    }
}
