package org.entente.node.issuance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.people.EmailAddress;
import org.entente.node.people.People;
import org.entente.node.people.TestMailbox;
import org.entente.node.registers.MatchPerson;
import org.entente.node.registers.TestRegister;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestWallet;

/** A government's node whose residents sign in, are found in its register, and are asked by a wallet. */
public final class TestResidents implements AutoCloseable {
    private final TestMailbox mailbox = new TestMailbox();
    private final TestNode node;

    public TestResidents(Map<String, Object> more) {
        Map<String, Object> settings = new LinkedHashMap<>(TestIssuer.settings());
        settings.putAll(mailbox.settings());
        settings.putAll(TestWallet.settings());
        settings.putAll(more);
        this.node = TestNode.government("quebec", settings);
    }

    public TestNode node() {
        return node;
    }

    public TestMailbox mailbox() {
        return mailbox;
    }

    /** A browser in which nobody is signed in. */
    public TestBrowser visitor() {
        return new TestBrowser(node);
    }

    /** A browser in which somebody is signed in whom no register knows. */
    public TestBrowser stranger(String email) {
        return visitor().signIn(mailbox, email);
    }

    /** A browser in which the person of the record {@code TestIssuer.RECORD} is signed in. */
    public TestBrowser resident() {
        String email = "rimouski@example.org";
        TestBrowser browser = stranger(email);
        var person = node.bean(People.class)
                .person(EmailAddress.parse(email).orElseThrow())
                .orElseThrow();
        node.bean(MatchPerson.class).match(person.id(), TestRegister.aurelie(), "192.0.2.7", Instant.now());
        return browser;
    }

    @Override
    public void close() {
        node.close();
        mailbox.close();
    }
}
