package org.entente.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Extension point: keeps the address that somebody asked for who has to sign in first. What links carry in a query, codes
 * of offers among it, has no place in another address. Implemented by the room that signs people in.
 */
public interface ReturnAddress {
    /**
     * Keeps an address.
     *
     * @param path of a page of ours, with its language
     * @param query as the browser sent it
     * @return the path of a page of ours, with its language, that leads back there
     */
    String keep(String path, String query, HttpServletRequest request, HttpServletResponse response);
}
