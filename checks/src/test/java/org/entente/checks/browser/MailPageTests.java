package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.entente.demo.MailPage;
import org.entente.demo.Mailbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The demo's mailbox, which no node serves, is for everybody all the same. */
@InBrowser
class MailPageTests {
    private static final String SUBJECT = "Votre code · Your code <b>";
    private static final String TEXT = "A_long_word_without_an_end_".repeat(10);

    private final Chromium chromium;
    private final int smtp = freePort();
    private final int http = freePort();
    private final Mailbox mailbox = Mailbox.open(smtp);
    private final MailPage page = MailPage.open(mailbox, http);

    MailPageTests(Chromium chromium) {
        this.chromium = chromium;
    }

    @BeforeAll
    void receive() throws MessagingException {
        Properties server = new Properties();
        server.put("mail.smtp.host", "127.0.0.1");
        server.put("mail.smtp.port", "" + smtp);
        MimeMessage letter = new MimeMessage(Session.getInstance(server));
        letter.setFrom(new InternetAddress("node@quebec.example"));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress("somebody@residents.example"));
        letter.setSubject(SUBJECT, "UTF-8");
        letter.setText(TEXT, "UTF-8");
        Transport.send(letter);
    }

    @AfterAll
    void close() {
        page.close();
        mailbox.close();
    }

    @TestFactory
    Stream<DynamicTest> letters_are_shown_as_they_came() {
        return Circumstance.chosen("mail").stream()
                .map(circumstance -> DynamicTest.dynamicTest("mail " + circumstance, () -> look(circumstance)));
    }

    private void look(Circumstance circumstance) {
        try (BrowserContext context = chromium.browser().newContext(circumstance.options())) {
            Visit visit = Visit.watch(context);
            Page opened = context.newPage();
            opened.navigate("http://127.0.0.1:" + http + "/");
            assertThat(opened.locator("article h2").textContent()).isEqualTo(SUBJECT);
            assertThat(opened.locator("article pre").textContent()).contains(TEXT);
            assertThat(visit.complaints()).isEmpty();
            Look look = new Look(opened, visit, circumstance);
            List<Measure> measures = List.of(new Access(), new Layout());
            assertSoftly(softly -> measures.forEach(measure -> measure.take(look, softly)));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
