package org.entente.node.signin.session;

/**
 * What a browser gets when somebody signed in with it.
 *
 * @param sessionToken never held by it before
 * @param deviceToken by which it is known again
 */
public record Admission(String sessionToken, String deviceToken) {
    /** Never the tokens. */
    @Override
    public String toString() {
        return "Admission";
    }
}
