package org.entente.node.people;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node reaches people, and who of them are public servants.
 *
 * @param officers the e-mail addresses whose accounts may act for this government
 */
@ConfigurationProperties("entente.people")
record PeopleSettings(@DefaultValue Smtp smtp, @DefaultValue Set<String> officers) {
    /**
     * The mail server that takes our mail (RFC 5321). On loopback it is spoken to in the clear; anywhere else TLS is
     * required, from the first byte on port 465 and by STARTTLS (RFC 3207) otherwise.
     *
     * @param from the sender's address; {@code entente@} and the node's host when it is empty
     * @param user for authentication, "" for none
     */
    record Smtp(
            @DefaultValue("localhost") String host,
            @DefaultValue("25") int port,
            @DefaultValue("") String from,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {
        /** Never the password. */
        @Override
        public String toString() {
            return "Smtp[" + host + ":" + port + "]";
        }
    }

    /** The officers' accounts, in the form in which addresses are compared. */
    Set<String> officerKeys() {
        return officers.stream()
                .map(address -> new EmailAddress(address).account())
                .collect(Collectors.toUnmodifiableSet());
    }
}
