package org.entente.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subethamail.smtp.server.SMTPServer;

/** Receives all mail of the demo over SMTP on loopback and keeps it in memory. */
public final class Mailbox implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{4} [0-9]{4}(?![0-9])");
    private static final int MAX_MESSAGE_BYTES = 256 * 1024;

    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    /** One letter as it arrived. */
    record Letter(String to, String subject, String text) {}

    private Mailbox(int port) {
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .maxMessageSize(MAX_MESSAGE_BYTES)
                .messageHandler((context, from, to, data) -> letters.add(read(to, data)))
                .build();
    }

    /**
     * Opens it on loopback.
     *
     * @param port where it takes letters by SMTP
     */
    public static Mailbox open(int port) {
        Mailbox mailbox = new Mailbox(port);
        mailbox.server.start();
        return mailbox;
    }

    /** Newest first. */
    List<Letter> letters() {
        return List.copyOf(letters).reversed();
    }

    /** How many letters have arrived: a mark for {@link #codeAfter}. */
    int mark() {
        return letters.size();
    }

    /** The eight digits, in two groups, in the first letter to this address that arrived after the mark; waits for it. */
    String codeAfter(int mark, String address) {
        Letter letter = await(
                mark,
                candidate -> candidate.to().equalsIgnoreCase(address)
                        && CODE.matcher(candidate.text()).find());
        Matcher code = CODE.matcher(letter.text());
        return code.find() ? code.group() : "";
    }

    private Letter await(int mark, Predicate<Letter> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (Letter letter : letters.subList(Math.min(mark, letters.size()), letters.size())) {
                if (wanted.test(letter)) {
                    return letter;
                }
            }
            Pause.briefly();
        }
        throw new DemoFailed("the letter that was expected did not arrive");
    }

    private static Letter read(String to, byte[] data) {
        try {
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(data));
            return new Letter(to, message.getSubject(), MailText.of(message));
        } catch (MessagingException | IOException e) {
            throw new DemoFailed("a letter could not be read", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
