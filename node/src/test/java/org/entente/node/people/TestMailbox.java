package org.entente.node.people;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on this machine that keeps what it takes. */
public final class TestMailbox implements AutoCloseable {
    private final BlockingQueue<MimeMessage> taken = new LinkedBlockingQueue<>();
    private final SMTPServer server = SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandler((context, from, to, data) -> taken.add(read(data)))
            .build();

    public TestMailbox() {
        server.start();
    }

    /** The settings with which a node sends its mail here. */
    public Map<String, Object> settings() {
        return Map.of("entente.people.smtp.host", "127.0.0.1", "entente.people.smtp.port", server.getPortAllocated());
    }

    /** The next mail that was not read yet; waits for it if need be. */
    public MimeMessage next() {
        try {
            MimeMessage message = taken.poll(30, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no mail arrived");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next mail to somebody whose subject says this; those before it are gone. */
    public MimeMessage next(String recipient, String words) {
        try {
            MimeMessage message = next();
            boolean wanted = message.getAllRecipients()[0].toString().equals(recipient)
                    && message.getSubject().contains(words);
            return wanted ? message : next(recipient, words);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether everything was read. */
    public boolean isEmpty() {
        return taken.isEmpty();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static MimeMessage read(byte[] data) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
