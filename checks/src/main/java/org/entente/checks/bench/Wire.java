package org.entente.checks.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 connection that is kept open, with as little work a request as a client can have: what the generator
 * does not spend, the node on the same machine can. Not for two threads at once.
 */
final class Wire implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int MAX_BODY = 1024 * 1024;

    private final String host;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /** Opens a connection to an origin; a name under {@code localhost} is this machine. */
    Wire(URI origin) {
        this.host = origin.getRawAuthority();
        boolean secure = "https".equals(origin.getScheme());
        try {
            int port = origin.getPort() >= 0 ? origin.getPort() : secure ? 443 : 80;
            Socket plain = new Socket();
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(TIMEOUT_MILLIS);
            plain.connect(new InetSocketAddress(address(origin.getHost()), port), TIMEOUT_MILLIS);
            this.socket = secure ? secure(plain, origin.getHost(), port) : plain;
            this.in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            this.out = socket.getOutputStream();
        } catch (IOException e) {
            throw new BenchFailed("no connection to " + origin, e);
        }
    }

    /** Believes a certificate for the name that was asked for, and no other (RFC 9525). */
    private static Socket secure(Socket plain, String host, int port) throws IOException {
        SSLSocket secure =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        return secure;
    }

    private static InetAddress address(String host) throws IOException {
        return host.endsWith(".localhost") ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host);
    }

    /**
     * An answer.
     *
     * @param headers with names in lower case
     */
    record Answer(int status, Map<String, String> headers, byte[] body) {
        /** The body of an answer with this status; anything else ends the measurement. */
        byte[] expect(int expected) {
            if (status != expected) {
                throw new BenchFailed("expected " + expected + " and was answered " + status + ": "
                        + new String(body, StandardCharsets.UTF_8));
            }
            return body;
        }
    }

    Answer get(String path, Map<String, String> headers) {
        return exchange("GET", path, headers, new byte[0]);
    }

    Answer post(String path, Map<String, String> headers, byte[] body) {
        return exchange("POST", path, headers, body);
    }

    private Answer exchange(String method, String path, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(512);
        head.append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        try {
            ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
            request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            request.writeBytes(body);
            out.write(request.toByteArray());
            return read();
        } catch (IOException e) {
            throw new BenchFailed("the connection to " + host + " broke", e);
        }
    }

    private Answer read() throws IOException {
        String status = line();
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int code = Integer.parseInt(status.substring(9, 12));
        byte[] body = "chunked".equals(headers.get("transfer-encoding"))
                ? chunks()
                : exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(code, headers, body);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        if (length > MAX_BODY) {
            throw new IOException("an answer of " + length + " bytes");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("the answer ended early");
        }
        return body;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new BenchFailed("a connection could not be closed", e);
        }
    }
}
