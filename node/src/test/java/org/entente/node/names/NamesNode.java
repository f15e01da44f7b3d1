package org.entente.node.names;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.people.EmailAddress;
import org.entente.node.people.People;
import org.entente.node.people.TestMailbox;
import org.entente.node.registers.TestRegister;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The one government on which this room is tested; started when first needed, and closed after the last class. */
public final class NamesNode implements AutoCloseable {
    /** Who may act for it. */
    public static final String OFFICER = "officer@example.ca";

    /** Another, whose searches are an audit's. */
    static final String AUDITOR = "auditor@example.ca";

    private final TestMailbox mailbox = new TestMailbox();
    private final AtomicInteger persons = new AtomicInteger();
    private final TestNode node;

    private NamesNode() {
        Map<String, Object> settings = new LinkedHashMap<>(mailbox.settings());
        settings.putAll(TestOrthographies.settings());
        settings.putAll(TestRegister.settings());
        settings.put("entente.names.systems[1].id", "land-titles");
        settings.put("entente.names.systems[1].name.fr", "Titres fonciers");
        settings.put("entente.names.systems[1].name.en", "Land titles");
        settings.put("entente.names.systems[1].repertoire", "LATIN1");
        settings.put("entente.names.systems[1].most", 255);
        settings.put("entente.people.officers", OFFICER + "," + AUDITOR);
        settings.put("entente.signin.limits.codes-per-address-and-hour", 1_000);
        node = TestNode.government("columbia", settings);
    }

    /** Gives it to a test's constructor. */
    public static final class Given implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == NamesNode.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.create(NamesNode.class))
                    .computeIfAbsent(NamesNode.class, key -> new NamesNode(), NamesNode.class);
        }
    }

    public TestNode node() {
        return node;
    }

    /** Somebody who was never there before. */
    public TestPerson person() {
        return signedIn("person-" + persons.incrementAndGet() + "@example.ca");
    }

    /** The account of an address. */
    public PersonId account(String email) {
        return node.bean(People.class)
                .person(EmailAddress.parse(email).orElseThrow())
                .orElseThrow()
                .id();
    }

    public TestPerson signedIn(String email) {
        return new TestPerson(new TestBrowser(node).signIn(mailbox, email));
    }

    @Override
    public void close() {
        node.close();
        mailbox.close();
    }
}
