package org.entente.node.signin.client;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.entente.node.signin.proof.SingleHeader;
import org.entente.protocols.oauth.ClientAuthentication;
import org.entente.protocols.oauth.Form;
import org.springframework.http.HttpHeaders;

/**
 * What a client sends to an endpoint of the authorization server that takes forms.
 *
 * @param client who it claims to be
 * @param proof the {@code DPoP} header, "" when there is none
 */
public record ClientRequest(ClientAuthentication client, Form form, String proof) {
    /**
     * Reads a request.
     *
     * @throws org.entente.protocols.ProtocolError {@code invalid_request} or {@code invalid_client} when it is malformed
     */
    public static ClientRequest of(HttpServletRequest http) throws IOException {
        // From the stream, as the servlet's own form reading would merge in the address' query.
        byte[] body = http.getInputStream().readNBytes(Form.MAX_LENGTH + 1);
        Form form = Form.parse(SingleHeader.of(http, HttpHeaders.CONTENT_TYPE), body);
        return new ClientRequest(
                ClientAuthentication.parse(SingleHeader.of(http, HttpHeaders.AUTHORIZATION), form),
                form,
                SingleHeader.of(http, "DPoP"));
    }
}
