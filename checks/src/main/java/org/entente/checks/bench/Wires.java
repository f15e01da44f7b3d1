package org.entente.checks.bench;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.entente.node.kernel.Origins;

/** A worker's connections: one to each origin that it speaks with. */
final class Wires implements AutoCloseable {
    private final Map<URI, Wire> open = new HashMap<>();

    Wire.Answer get(URI address, Map<String, String> headers) {
        return kept(address, to(address).get(path(address), headers));
    }

    Wire.Answer post(URI address, Map<String, String> headers, byte[] body) {
        return kept(address, to(address).post(path(address), headers, body));
    }

    /** Lets a connection go that the server will not keep (RFC 9112 §9.6). */
    private Wire.Answer kept(URI address, Wire.Answer answer) {
        if ("close".equals(answer.headers().get("connection"))) {
            Wire ended = open.remove(Origins.of(address));
            if (ended != null) {
                ended.close();
            }
        }
        return answer;
    }

    private Wire to(URI address) {
        return open.computeIfAbsent(Origins.of(address), Wire::new);
    }

    private static String path(URI address) {
        String query = address.getRawQuery();
        return address.getRawPath() + (query == null ? "" : "?" + query);
    }

    @Override
    public void close() {
        open.values().forEach(Wire::close);
    }
}
