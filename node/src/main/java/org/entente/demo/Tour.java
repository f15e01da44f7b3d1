package org.entente.demo;

/** The main job, chapter by chapter. */
final class Tour {
    private final Nodes nodes;
    private final Mailbox mailbox;
    private final Narrator narrator;

    Tour(Nodes nodes, Mailbox mailbox, Narrator narrator) {
        this.nodes = nodes;
        this.mailbox = mailbox;
        this.narrator = narrator;
    }

    void play() {
        new Opening(nodes, narrator).play();
    }
}
