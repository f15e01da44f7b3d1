package org.entente.node.verification;

/**
 * Names one presentation of one organisation, in addresses too: whoever knows it may answer it, nobody may guess it.
 *
 * @param organisation the organisation that asks
 * @param value 128 random bits, base64url
 */
public record PresentationId(String organisation, String value) {
    @Override
    public String toString() {
        return organisation + "/" + value;
    }
}
