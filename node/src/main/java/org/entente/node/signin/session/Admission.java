package org.entente.node.signin.session;

import org.entente.node.signin.device.Marks;

/**
 * What a browser gets when somebody signed in with it.
 *
 * @param sessionToken never held by it before
 * @param marks by which it is known again
 */
public record Admission(String sessionToken, Marks marks) {
    /** Never the tokens. */
    @Override
    public String toString() {
        return "Admission";
    }
}
