package org.entente.node.people;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that asks who sends, with a certificate of its own making. */
final class TestMailServer implements AutoCloseable {
    /** On this machine, and not by a name that says so. */
    static final String HOST = "127.0.0.2";

    private final Queue<byte[]> taken = new ConcurrentLinkedQueue<>();
    private final Queue<String> tried = new ConcurrentLinkedQueue<>();
    private final Queue<String> loggedIn = new ConcurrentLinkedQueue<>();
    private final KeyPair key;
    private final X509Certificate certificate;
    private final SMTPServer server;

    private TestMailServer(boolean tls) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.key = generator.generateKeyPair();
        this.certificate = certificate(key);
        var builder = SMTPServer.port(0)
                .bindAddress(InetAddress.ofLiteral(HOST))
                .authenticationHandlerFactory(
                        new EasyAuthenticationHandlerFactory((user, password, context) -> logIn(user, password)))
                .requireAuth()
                .messageHandler((context, from, to, data) -> taken.add(data));
        this.server = tls
                ? builder.enableTLS().requireTLS().startTlsSocketFactory(ours()).build()
                : builder.showAuthCapabilitiesBeforeSTARTTLS(true).build();
        server.start();
    }

    static TestMailServer withTls() throws Exception {
        return new TestMailServer(true);
    }

    static TestMailServer inTheClear() throws Exception {
        return new TestMailServer(false);
    }

    int port() {
        return server.getPortAllocated();
    }

    /** A client's context that believes this server. */
    SSLContext believing() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    MimeMessage taken() throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(taken.remove()));
    }

    boolean isEmpty() {
        return taken.isEmpty();
    }

    /** The passwords that reached it. */
    List<String> tried() {
        return List.copyOf(tried);
    }

    List<String> loggedIn() {
        return List.copyOf(loggedIn);
    }

    @Override
    public void close() {
        server.stop();
    }

    private void logIn(String user, String password) throws LoginFailedException {
        tried.add(password);
        if (!password.equals("secret")) {
            throw new LoginFailedException();
        }
        loggedIn.add(user);
    }

    private SSLContext ours() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key.getPrivate(), new char[0], new X509Certificate[] {certificate});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static X509Certificate certificate(KeyPair key) throws Exception {
        Instant now = Instant.now();
        X500Principal name = new X500Principal("CN=" + HOST);
        var builder = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(Duration.ofHours(1))),
                        name,
                        key.getPublic())
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.iPAddress, HOST)));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
    }
}
