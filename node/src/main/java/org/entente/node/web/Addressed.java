package org.entente.node.web;

/**
 * What a page shows whose address has a query: where it leads on to, or what it is about. A page that answers a form has none
 * in its own address; its link to the other language has this one.
 */
public interface Addressed {
    /** The query of the address that shows the page, with its question mark; "" when it needs none. */
    String query();
}
