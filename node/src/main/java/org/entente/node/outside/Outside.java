package org.entente.node.outside;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.util.Timeout;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.entente.node.outside.Unreachable.Reason;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Speaks HTTP to others: https only (plain http to {@code localhost} from a node that runs there), to public addresses
 * only, follows no redirect, keeps no cookie, accepts no compression, uses no proxy of its environment, and waits and
 * reads within limits.
 */
public final class Outside implements AutoCloseable {
    private static final int MAX_HEADERS = 64;
    private static final int MAX_HEADER_LENGTH = 8192;

    private final OutsideLimits limits;
    private final boolean onLoopback;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("outside-", 0).factory());

    /** @param tls whose servers are believed */
    public Outside(OutsideLimits limits, NodeIdentity node, SSLContext tls) {
        this(limits, new GuardedResolver(Origins.isLoopbackName(node.origin().getHost()), beforehand(limits)), tls);
    }

    Outside(OutsideLimits limits, GuardedResolver resolver, SSLContext tls) {
        this.limits = limits;
        this.onLoopback = resolver.onLoopback();
        this.client = client(limits, resolver, tls);
    }

    /** What the look-up of a name may take of the time of an exchange, and the wait for a free connection. */
    private static Duration beforehand(OutsideLimits limits) {
        return limits.patience().dividedBy(2);
    }

    private static CloseableHttpClient client(OutsideLimits limits, GuardedResolver resolver, SSLContext tls) {
        var patience = Timeout.of(limits.patience());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MAX_HEADERS)
                                .setMaxLineLength(MAX_HEADER_LENGTH)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(patience)
                        .setSocketTimeout(patience)
                        .build())
                .setMaxConnTotal(limits.connections())
                .setMaxConnPerRoute(limits.connectionsPerHost())
                .build();
        var builder = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(beforehand(limits)))
                        .setResponseTimeout(patience)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression();
        return limits.userAgent().isEmpty()
                ? builder.disableDefaultUserAgent().build()
                : builder.setUserAgent(limits.userAgent()).build();
    }

    /** Whether this node would speak to the address at all. */
    public boolean isAcceptable(URI address) {
        return Origins.isAcceptable(address) && (address.getScheme().equals("https") || onLoopback);
    }

    /** Fetches a document of a media type. */
    public OutsideAnswer get(URI address, String accept) throws Unreachable {
        return get(address, Map.of("Accept", accept));
    }

    /** Fetches a document. */
    public OutsideAnswer get(URI address, Map<String, String> headers) throws Unreachable {
        return get(address, headers, limits.patience());
    }

    /** Fetches a document within a time, if that is shorter than the time for every exchange. */
    public OutsideAnswer get(URI address, Map<String, String> headers, Duration atMost) throws Unreachable {
        HttpGet request = new HttpGet(acceptable(address));
        inOrder(headers).forEach(request::setHeader);
        return exchange(request, atMost);
    }

    /** Posts a body of a media type. */
    public OutsideAnswer post(URI address, String mediaType, byte[] body) throws Unreachable {
        HttpPost request = new HttpPost(acceptable(address));
        request.setEntity(new ByteArrayEntity(body, ContentType.parse(mediaType)));
        return exchange(request);
    }

    /** Posts a form. */
    public OutsideAnswer postForm(URI address, Map<String, String> form, Map<String, String> headers)
            throws Unreachable {
        HttpPost request = wantingJson(address, headers);
        List<NameValuePair> pairs = form.entrySet().stream()
                .<NameValuePair>map(entry -> new BasicNameValuePair(entry.getKey(), entry.getValue()))
                .toList();
        request.setEntity(new UrlEncodedFormEntity(pairs, StandardCharsets.UTF_8));
        return exchange(request);
    }

    /** Posts a JSON object. */
    public OutsideAnswer postJson(URI address, ObjectNode body, Map<String, String> headers) throws Unreachable {
        HttpPost request = wantingJson(address, headers);
        request.setEntity(new StringEntity(Json.write(body), ContentType.APPLICATION_JSON));
        return exchange(request);
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    /** One order for every process of a node: the bytes of a request tell nothing of which of them sent it. */
    private static SortedMap<String, String> inOrder(Map<String, String> headers) {
        return new TreeMap<>(headers);
    }

    private HttpPost wantingJson(URI address, Map<String, String> headers) throws Unreachable {
        HttpPost request = new HttpPost(acceptable(address));
        request.setHeader("Accept", "application/json");
        inOrder(headers).forEach(request::setHeader);
        return request;
    }

    /**
     * The address, where this node would speak to it.
     *
     * @throws Unreachable with {@code ADDRESS_REFUSED} where it would not
     */
    public URI acceptable(URI address) throws Unreachable {
        if (!isAcceptable(address)) {
            throw new Unreachable(Reason.ADDRESS_REFUSED);
        }
        return address;
    }

    private OutsideAnswer exchange(HttpUriRequestBase request) throws Unreachable {
        return exchange(request, limits.patience());
    }

    private OutsideAnswer exchange(HttpUriRequestBase request, Duration atMost) throws Unreachable {
        long patience = Math.min(limits.patience().toMillis(), atMost.toMillis());
        var deadline = deadlines.schedule(request::cancel, patience, TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, this::read);
        } catch (Unreachable e) {
            throw e;
        } catch (GuardedResolver.RefusedAddressException e) {
            throw new Unreachable(Reason.ADDRESS_REFUSED);
        } catch (ConnectException
                | ConnectTimeoutException
                | ConnectionRequestTimeoutException
                | UnknownHostException
                | SSLHandshakeException
                | SSLPeerUnverifiedException e) {
            throw new Unreachable(Reason.NOT_REACHED);
        } catch (IOException e) {
            throw new Unreachable(Reason.NO_ANSWER);
        } finally {
            deadline.cancel(false);
        }
    }

    private OutsideAnswer read(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status >= 300 && status < 400 && status != HttpStatus.SC_NOT_MODIFIED) {
            throw new Unreachable(Reason.REDIRECTED);
        }
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            String value = header.getValue();
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), value == null ? "" : value.strip());
        }
        return new OutsideAnswer(status, headers, body(response));
    }

    private byte[] body(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        byte[] bytes = response.getEntity().getContent().readNBytes(limits.answerBytes() + 1);
        if (bytes.length > limits.answerBytes()) {
            throw new Unreachable(Reason.TOO_LONG); // the stream stays open: closing it would read the rest
        }
        return bytes;
    }
}
