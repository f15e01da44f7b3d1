package org.entente.node.agreements.document;

/**
 * An organisation as a document names it: {@code CA-BC/service-bc}.
 *
 * @param party the party's key
 */
public record OrganisationRef(String party, String organisation) {
    static OrganisationRef parse(String text) {
        int slash = text.indexOf('/');
        return new OrganisationRef(text.substring(0, slash), text.substring(slash + 1));
    }
}
