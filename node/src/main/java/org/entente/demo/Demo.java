package org.entente.demo;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The command {@code ./entente demo}. */
public final class Demo {
    private static final Path HOME = Path.of("var", "demo");

    private Demo() {}

    /**
     * How the tour is played.
     *
     * @param once whether it ends after the tour instead of staying up
     * @param separate whether every node has a process of its own
     * @param firstPort the first of eight ports that are taken
     */
    public record Options(boolean once, boolean separate, int firstPort) {}

    /**
     * Plays the tour; returns when it is over, or, when it stays up, when the process is told to stop.
     *
     * @throws DemoFailed when a step meets something else than it should
     */
    public static void run(Options options) {
        Narrator narrator = new Narrator();
        try (Mailbox mailbox = Mailbox.open(options.firstPort() + Place.SMTP);
                Nodes nodes = new Nodes(HOME, options.firstPort(), options.separate())) {
            new Tour(nodes, mailbox, narrator).play();
            if (!options.once()) {
                stayUp(nodes);
            }
        }
    }

    private static void stayUp(Nodes nodes) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
