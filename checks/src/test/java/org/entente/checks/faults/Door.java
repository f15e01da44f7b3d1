package org.entente.checks.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a node is asked: one of its processes, or the balancer before them. Always under the node's one origin; each
 * request on a connection of its own, so that no request meets a connection that died with another.
 */
record Door(URI origin, int port) {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    private static final int PATIENCE_MILLIS = 30_000;

    /** Reads a path; headers as {@code Name: value}. */
    Answer get(String path, String... headers) {
        return send("GET", path, new byte[0], List.of(headers));
    }

    /** Posts a body. */
    Answer post(String path, String type, String body, String... headers) {
        return send("POST", path, type, body, headers);
    }

    /** As {@link #post}, by another method, for instance {@code PUT}. */
    Answer send(String method, String path, String type, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Length: " + bytes.length);
        if (!type.isEmpty()) {
            all.add("Content-Type: " + type);
        }
        return send(method, path, bytes, all);
    }

    /** Asks for something to be deleted. */
    Answer delete(String path, String... headers) {
        return send("DELETE", path, new byte[0], List.of(headers));
    }

    /** The path and query of an address of this node. */
    static String path(URI address) {
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    private Answer send(String method, String path, byte[] body, List<String> headers) {
        Head request = new Head(method + " " + path + " HTTP/1.1", headers);
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.getOutputStream().write(request.bytes("Host: " + origin.getRawAuthority(), "Connection: close"));
            socket.getOutputStream().write(body);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Head answer = Head.read(in);
            return new Answer(Integer.parseInt(answer.start().substring(9, 12)), answer, answer.body(in));
        } catch (IOException e) {
            throw new Broken(e);
        }
    }
}
