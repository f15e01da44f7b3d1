package org.entente.node.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Role;
import org.entente.node.kernel.Text;
import org.junit.jupiter.api.Test;

/** The mail server is asked for at an address that is not loopback by name: there TLS is required. */
class MailOverTlsTests {
    private static final EmailAddress READER = new EmailAddress("rimouski@example.ca");
    private static final Notice NOTICE = new Notice(new Text("Sujet", "Subject"), new Text("Corps.", "Body."));

    @Test
    void goes_out_under_tls_and_with_authentication() throws Exception {
        try (TestMailServer server = TestMailServer.withTls()) {
            assertThat(send(server, "secret", server.believing())).isTrue();

            assertThat(server.taken().getAllRecipients()[0]).hasToString("rimouski@example.ca");
            assertThat(server.loggedIn()).containsExactly("entente");
        }
    }

    @Test
    void a_wrong_password_sends_nothing() throws Exception {
        try (TestMailServer server = TestMailServer.withTls()) {
            assertThat(send(server, "wrong", server.believing())).isFalse();
            assertThat(server.isEmpty()).isTrue();
        }
    }

    @Test
    void a_server_whose_certificate_is_not_believed_gets_neither_password_nor_mail() throws Exception {
        try (TestMailServer server = TestMailServer.withTls()) {
            assertThat(send(server, "secret", SSLContext.getDefault())).isFalse();
            assertThat(server.isEmpty()).isTrue();
            assertThat(server.tried()).isEmpty();
        }
    }

    @Test
    void a_server_without_tls_gets_neither_password_nor_mail() throws Exception {
        try (TestMailServer server = TestMailServer.inTheClear()) {
            assertThat(send(server, "secret", server.believing())).isFalse();
            assertThat(server.isEmpty()).isTrue();
            assertThat(server.tried()).isEmpty();
        }
    }

    private static boolean send(TestMailServer server, String password, SSLContext tls) throws Exception {
        var smtp = new PeopleSettings.Smtp(TestMailServer.HOST, server.port(), "", "entente", password);
        return new Mail(new PeopleSettings(smtp, Set.of()), node(), tls)
                .send(READER, Language.EN, NOTICE, Instant.parse("2026-11-22T12:00:00Z"));
    }

    private static NodeIdentity node() {
        Text name = new Text("Québec", "Quebec");
        return new NodeIdentity(
                URI.create("https://quebec.example"),
                Role.GOVERNMENT,
                name,
                new Jurisdiction("CA-QC", name, Jurisdiction.Kind.PROVINCE),
                List.of());
    }
}
