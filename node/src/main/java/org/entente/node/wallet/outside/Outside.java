package org.entente.node.wallet.outside;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
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
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.util.Timeout;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.entente.node.wallet.outside.Unreachable.Reason;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Speaks HTTP to strangers: https only (plain http to {@code localhost} from a node that runs there), to public
 * addresses only, follows no redirect, keeps no cookie, accepts no compression, and waits and reads within limits.
 */
@Component
public final class Outside implements AutoCloseable {
    /** The longest answer that is read. */
    public static final int MAX_ANSWER_BYTES = 1024 * 1024;

    /** The longest an exchange may take, from connecting to the last byte. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int MAX_HEADERS = 64;
    private static final int MAX_HEADER_LENGTH = 8192;
    private static final int MAX_CONNECTIONS = 200;
    private static final int MAX_CONNECTIONS_PER_STRANGER = 40;

    private final boolean loopback;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("outside-", 0).factory());

    Outside(NodeIdentity identity, SSLContext tls) {
        this.loopback = Origins.isLoopbackName(identity.origin().getHost());
        this.client = client(new PublicResolver(loopback), tls);
    }

    private static CloseableHttpClient client(PublicResolver addresses, SSLContext tls) {
        var patience = Timeout.of(PATIENCE);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
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
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS_PER_STRANGER)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience)
                        .setResponseTimeout(patience)
                        .build())
                .setUserAgent("entente-wallet")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Whether this node would speak to the address at all. */
    public boolean isAcceptable(URI address) {
        return Origins.isAcceptable(address) && (address.getScheme().equals("https") || loopback);
    }

    /** Fetches a document. */
    public OutsideAnswer get(URI address, String accept) throws Unreachable {
        HttpGet request = new HttpGet(acceptable(address));
        request.setHeader("Accept", accept);
        return exchange(request);
    }

    /** Posts a form. */
    public OutsideAnswer postForm(URI address, Map<String, String> form, Map<String, String> headers)
            throws Unreachable {
        HttpPost request = post(address, headers);
        List<NameValuePair> pairs = form.entrySet().stream()
                .<NameValuePair>map(entry -> new BasicNameValuePair(entry.getKey(), entry.getValue()))
                .toList();
        request.setEntity(new UrlEncodedFormEntity(pairs, StandardCharsets.UTF_8));
        return exchange(request);
    }

    /** Posts a JSON object. */
    public OutsideAnswer postJson(URI address, ObjectNode body, Map<String, String> headers) throws Unreachable {
        HttpPost request = post(address, headers);
        request.setEntity(new StringEntity(Json.write(body), ContentType.APPLICATION_JSON));
        return exchange(request);
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        client.close();
    }

    private HttpPost post(URI address, Map<String, String> headers) throws Unreachable {
        HttpPost request = new HttpPost(acceptable(address));
        request.setHeader("Accept", "application/json");
        headers.forEach(request::setHeader);
        return request;
    }

    private URI acceptable(URI address) throws Unreachable {
        if (!isAcceptable(address)) {
            throw new Unreachable(Reason.ADDRESS_REFUSED);
        }
        return address;
    }

    private OutsideAnswer exchange(HttpUriRequestBase request) throws Unreachable {
        var deadline = clock.schedule(request::cancel, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, Outside::read);
        } catch (Unreachable e) {
            throw e;
        } catch (PublicResolver.RefusedAddressException e) {
            throw new Unreachable(Reason.ADDRESS_REFUSED);
        } catch (IOException e) {
            throw new Unreachable(Reason.NO_ANSWER);
        } finally {
            deadline.cancel(false);
        }
    }

    private static OutsideAnswer read(ClassicHttpResponse response) throws IOException {
        if (response.getCode() >= 300 && response.getCode() < 400) {
            throw new Unreachable(Reason.REDIRECTED);
        }
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return new OutsideAnswer(response.getCode(), headers, body(response));
    }

    private static byte[] body(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        byte[] bytes = response.getEntity().getContent().readNBytes(MAX_ANSWER_BYTES + 1);
        if (bytes.length > MAX_ANSWER_BYTES) {
            throw new Unreachable(Reason.TOO_LONG); // the stream stays open: closing it would read the rest
        }
        return bytes;
    }
}
