package org.entente.node.kernel;

/**
 * A ministry, agency or municipality that lives on a node and issues or relies.
 *
 * @param id its name in addresses: lower-case letters, digits and hyphens
 */
public record Organisation(String id, Text name) {
    public Organisation {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("an organisation's id is a lower-case slug");
        }
    }
}
