package org.entente.node.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.entente.node.kernel.Role;
import org.springframework.stereotype.Component;

/** What the browser is allowed to do with an answer (Content Security Policy Level 3): everything from here, else nothing. */
@Component
public final class ContentPolicy {
    /** The header. */
    public static final String HEADER = "Content-Security-Policy";

    private static final String POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; "
            + "frame-ancestors 'none'; form-action 'self' %s";

    private final String targets;

    ContentPolicy(NodeIdentity identity, WebSettings settings) {
        this.targets = formTargets(identity, settings);
    }

    /** The policy of answers that say nothing else. */
    public String general() {
        return POLICY.formatted(targets).strip();
    }

    /**
     * Lets the answer to a form of this page lead to one more address: browsers apply {@code form-action} to the redirect
     * as well (CSP 3 §6.4.1).
     *
     * @param address absolute; of an address on the web its origin is allowed, otherwise its scheme
     */
    public void formsMayLeadTo(URI address, HttpServletResponse response) {
        String target = Origins.isAcceptable(address) ? Origins.of(address).toString() : address.getScheme() + ":";
        response.setHeader(HEADER, POLICY.formatted(targets + " " + target).replace("  ", " "));
    }

    /** A government leads to the wallets that it names; a wallet leads back to whichever verifier asked. */
    private static String formTargets(NodeIdentity identity, WebSettings settings) {
        if (identity.role() == Role.WALLET) {
            boolean local = Origins.isLoopbackName(identity.origin().getHost());
            return local ? "https: http://*.localhost:*" : "https:";
        }
        return settings.wallets().stream()
                .flatMap(wallet -> Stream.of(wallet.offer(), wallet.present()))
                .map(address -> Origins.of(address).toString())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
