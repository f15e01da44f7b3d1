package org.entente.demo;

import java.net.URI;

/** A node of the demo: its name in addresses, where its settings come from, and its port counted from the first. */
enum Place {
    COUNCIL("council", 0),
    QUEBEC("quebec", 1),
    BRITISH_COLUMBIA("british-columbia", 2),
    WALLET("wallet", 3),
    ONTARIO("ontario", 4),
    FIRST_NATION("huron-wendat", 7),
    CANADA("canada", 8);

    static final int MAIL_PAGE = 5;
    static final int SMTP = 6;

    private final String slug;
    private final int offset;

    Place(String slug, int offset) {
        this.slug = slug;
        this.offset = offset;
    }

    /** Its name in addresses. */
    String slug() {
        return slug;
    }

    /** The name of its database and role. */
    String database() {
        return slug.replace('-', '_');
    }

    /** What the tour's client may ask of its API. */
    String scopes() {
        return switch (this) {
            case COUNCIL -> "members";
            case QUEBEC, BRITISH_COLUMBIA, ONTARIO, FIRST_NATION, CANADA ->
                "agreements,agreements.read,issuance.offer,verification,audit";
            case WALLET -> "none";
        };
    }

    /** Whether it is a government that may be party to an entente. */
    boolean takesPart() {
        return this != COUNCIL && this != WALLET;
    }

    /** For which of its organisations the tour's client acts. */
    String organisation() {
        return switch (this) {
            case QUEBEC -> "etat-civil";
            case BRITISH_COLUMBIA -> "citizen-services";
            case ONTARIO -> "registrar-general";
            case FIRST_NATION -> "nation-registry";
            case CANADA -> "digital-service";
            case COUNCIL, WALLET -> "";
        };
    }

    int port(int first) {
        return first + offset;
    }

    String host() {
        return slug + ".localhost";
    }

    /** As in {@code http://quebec.localhost:8401}. */
    URI origin(String scheme, int first) {
        return URI.create(scheme + "://" + host() + ":" + port(first));
    }
}
