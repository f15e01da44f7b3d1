package org.entente.node.frontier.door;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.entente.node.frontier.FetchOutcome.Reason;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.door.GuardedResolver.RefusedAddressException;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.springframework.stereotype.Component;

/**
 * Speaks HTTP to other governments: https only (plain http to {@code localhost} from a node that runs there), to public
 * addresses only, follows no redirect, keeps no cookie, accepts no compression, and waits and reads within limits.
 */
@Component
public final class Door implements AutoCloseable {
    /** The longest an exchange may take, from connecting to the last byte. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MAX_HEADERS = 64;
    private static final int MAX_HEADER_LENGTH = 8192;
    private static final int MAX_CONNECTIONS = 64;
    private static final int MAX_CONNECTIONS_PER_PEER = 4;

    private final boolean onLoopback;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("door-", 0).factory());

    Door(NodeIdentity node, SSLContext tls) {
        this.onLoopback = Origins.isLoopbackName(node.origin().getHost());
        this.client = client(new GuardedResolver(onLoopback), tls);
    }

    private static CloseableHttpClient client(GuardedResolver resolver, SSLContext tls) {
        var patience = Timeout.of(PATIENCE);
        var limits = Http1Config.custom()
                .setMaxHeaderCount(MAX_HEADERS)
                .setMaxLineLength(MAX_HEADER_LENGTH)
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(limits)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(patience)
                        .setSocketTimeout(patience)
                        .build())
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS_PER_PEER)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience)
                        .setResponseTimeout(patience)
                        .build())
                .setUserAgent("entente")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Fetches a document, unless it still is the version that is known; an empty tag knows none. */
    public DoorAnswer get(URI address, String entityTag) throws NoPassage {
        HttpGet request = new HttpGet(acceptable(address));
        if (!entityTag.isEmpty()) {
            request.setHeader("If-None-Match", entityTag);
        }
        return exchange(request);
    }

    /** Posts a body. */
    public DoorAnswer post(URI address, String contentType, byte[] body) throws NoPassage {
        HttpPost request = new HttpPost(acceptable(address));
        request.setEntity(new ByteArrayEntity(body, ContentType.parse(contentType)));
        return exchange(request);
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    private URI acceptable(URI address) throws NoPassage {
        if (!Origins.isAcceptable(address) || !(address.getScheme().equals("https") || onLoopback)) {
            throw new NoPassage(Reason.ADDRESS_REFUSED);
        }
        return address;
    }

    private DoorAnswer exchange(HttpUriRequestBase request) throws NoPassage {
        var deadline = deadlines.schedule(request::cancel, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, Door::read);
        } catch (NoPassage e) {
            throw e;
        } catch (RefusedAddressException e) {
            throw new NoPassage(Reason.ADDRESS_REFUSED);
        } catch (IOException e) {
            throw new NoPassage(Reason.NO_ANSWER);
        } finally {
            deadline.cancel(false);
        }
    }

    private static DoorAnswer read(ClassicHttpResponse response) throws IOException {
        return new DoorAnswer(
                response.getCode(),
                mediaType(header(response, "Content-Type")),
                header(response, "ETag"),
                body(response));
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null
                ? ""
                : header.getValue().strip();
    }

    private static String mediaType(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    private static byte[] body(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        byte[] bytes = response.getEntity().getContent().readNBytes(Mirror.MAX_BYTES + 1);
        if (bytes.length > Mirror.MAX_BYTES) {
            throw new NoPassage(Reason.TOO_LONG); // the stream stays open: closing it would read the rest
        }
        return bytes;
    }
}
