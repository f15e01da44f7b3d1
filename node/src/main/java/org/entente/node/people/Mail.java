package org.entente.node.people;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands mail to a mail server (RFC 5321): plain text, both languages in one mail, the reader's first. */
@Component
public class Mail {
    private static final Logger LOG = LoggerFactory.getLogger(Mail.class);
    private static final String TIMEOUT_MILLISECONDS = "5000";
    private static final int IMPLICIT_TLS_PORT = 465;
    private static final String BETWEEN_LANGUAGES = "\n\n" + "\u2014".repeat(3) + "\n\n";

    private final PeopleSettings.Smtp server;
    private final NodeIdentity node;
    private final InternetAddress sender;
    private final Session session;

    Mail(PeopleSettings settings, NodeIdentity node, SSLContext tls) throws AddressException {
        this.server = settings.smtp();
        this.node = node;
        this.sender = new InternetAddress(
                server.from().isEmpty() ? "entente@" + node.origin().getHost() : server.from(), true);
        this.session = Session.getInstance(properties(server, tls));
    }

    /**
     * Sends a mail now. For what must not wait or be stored, a one-time code; everything else goes by {@link
     * People#notify}.
     *
     * @return whether the mail server took it
     */
    public boolean send(EmailAddress to, Language first, Notice notice, Instant now) {
        try {
            var message = message(to, first, notice, now);
            try (Transport transport = session.getTransport("smtp")) {
                if (server.user().isEmpty()) {
                    transport.connect();
                } else {
                    transport.connect(server.user(), server.password());
                }
                transport.sendMessage(message, new Address[] {message.getAllRecipients()[0]});
            }
            return true;
        } catch (MessagingException e) {
            // The exception's own text names the recipient: only its kind is logged.
            LOG.warn("a mail was not taken by {}: {}", server, e.getClass().getSimpleName());
            return false;
        }
    }

    private MimeMessage message(EmailAddress to, Language first, Notice notice, Instant now) throws MessagingException {
        Language second = first.other();
        var message = new MimeMessage(session);
        sender(message);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.forTransport()));
        message.setSubject(
                notice.subject().in(first) + " \u00b7 " + notice.subject().in(second), StandardCharsets.UTF_8.name());
        message.setText(
                notice.body().in(first) + BETWEEN_LANGUAGES + notice.body().in(second), StandardCharsets.UTF_8.name());
        message.setHeader("Content-Language", first.code() + ", " + second.code());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(now));
        return message;
    }

    private void sender(MimeMessage message) throws MessagingException {
        InternetAddress from = (InternetAddress) sender.clone();
        try {
            String name = node.name().fr().equals(node.name().en())
                    ? node.name().fr()
                    : node.name().fr() + " \u00b7 " + node.name().en();
            from.setPersonal(name, StandardCharsets.UTF_8.name());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
        message.setFrom(from);
    }

    private static Properties properties(PeopleSettings.Smtp server, SSLContext tls) {
        boolean loopback =
                Origins.isLoopbackName(server.host()) || server.host().equals("127.0.0.1");
        boolean implicitTls = server.port() == IMPLICIT_TLS_PORT;
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLISECONDS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLISECONDS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLISECONDS);
        properties.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(implicitTls));
        properties.put("mail.smtp.ssl.socketFactory", tls.getSocketFactory());
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(!loopback && !implicitTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(!loopback && !implicitTls));
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }
}
