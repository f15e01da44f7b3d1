package org.entente.demo;

import ch.qos.logback.classic.Level;
import java.net.URI;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command {@code ./entente demo}. */
public final class Demo {
    private static final Path HOME = Path.of("var", "demo");

    private Demo() {}

    /**
     * How the tour is played.
     *
     * @param once whether it ends after the tour instead of staying up
     * @param separate whether every node has a process of its own
     * @param https whether the nodes are served by https
     * @param firstPort the first of nine ports that are taken
     */
    public record Options(boolean once, boolean separate, boolean https, int firstPort) {}

    /**
     * Plays the tour; returns when it is over, or, when it stays up, when the process is told to stop.
     *
     * @throws DemoFailed when a demo runs in the folder already, a port is taken, or a step meets something else than it
     *     should
     */
    public static void run(Options options) {
        run(options, HOME);
    }

    static void run(Options options, Path home) {
        Narrator narrator = new Narrator();
        quiet();
        try (OnlyOne one = OnlyOne.in(home)) {
            FreePorts.require(options.firstPort());
            play(options, home, narrator);
        }
    }

    private static void play(Options options, Path home, Narrator narrator) {
        try (Transport transport = options.https() ? Transport.Https.open(home) : new Transport.Plain();
                Mailbox mailbox = Mailbox.open(options.firstPort() + Place.SMTP);
                MailPage page = MailPage.open(mailbox, options.firstPort() + Place.MAIL_PAGE);
                Nodes nodes = new Nodes(home, options.firstPort(), options.separate(), transport)) {
            URI proofPath = new Tour(nodes, mailbox, narrator).play();
            if (!options.once()) {
                addresses(nodes, proofPath, transport, narrator);
                stayUp();
            }
        }
    }

    private static void addresses(Nodes nodes, URI proofPath, Transport transport, Narrator narrator) {
        narrator.chapter("It stays up; open these in a browser, in French (/fr/) or English (/en/)");
        for (Place place : Place.values()) {
            narrator.step("front page              " + nodes.origin(place) + "/");
        }
        narrator.step("signing in              " + nodes.origin(Place.QUEBEC) + "/fr/sign-in");
        narrator.step("council's members       " + nodes.origin(Place.COUNCIL) + "/fr/members");
        narrator.step("my attestations         " + nodes.origin(Place.QUEBEC) + "/fr/attestations");
        narrator.step("   a record to match: WEND 0301 3004, 2003-01-30, J6YC-4MTR; sign in with any address");
        narrator.step("the wallet              " + nodes.origin(Place.WALLET) + "/fr/wallet");
        narrator.step("the service             " + nodes.origin(Place.BRITISH_COLUMBIA) + "/en/services");
        narrator.step(
                "the entente             " + nodes.origin(Place.BRITISH_COLUMBIA) + "/en/ententes/" + EntenteDesk.NAME);
        narrator.step("the last proof path     " + proofPath);
        narrator.step("what crossed            " + nodes.origin(Place.QUEBEC) + "/fr/frontier");
        narrator.step("the mailbox             http://mail.localhost:" + nodes.port(Place.MAIL_PAGE) + "/");
        if (transport instanceof Transport.Https https) {
            narrator.step("believe this authority  " + https.authority().file()
                    + " (it can vouch for names under localhost only)");
        }
        narrator.say("Ctrl-C ends it.");
    }

    /** The terminal is the narrator's; nodes write to their own log files. */
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    private static void stayUp() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
