package org.entente.node.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.entente.node.TestNode;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJwe;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.x509.CertificateChain;
import org.entente.protocols.x509.Certificates;
import org.entente.protocols.x509.ChainVerdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysTests {
    private static final byte[] MESSAGE = "bonjour".getBytes(StandardCharsets.UTF_8);

    private TestNode node;
    private TestNode twin;
    private Keys keys;
    private Organisation organisation;

    @BeforeAll
    void start() {
        node = TestNode.government("quebec");
        twin = node.twin();
        keys = node.bean(Keys.class);
        organisation = node.bean(NodeIdentity.class).organisations().getFirst();
    }

    @AfterAll
    void stop() {
        twin.close();
        node.close();
    }

    @Test
    void every_process_of_a_node_signs_with_the_same_keys() {
        Keys others = twin.bean(Keys.class);
        assertThat(others.federation().publicKey()).isEqualTo(keys.federation().publicKey());
        assertThat(others.certificateAuthority()).isEqualTo(keys.certificateAuthority());
        assertThat(others.issuer(organisation).publicKey())
                .isEqualTo(keys.issuer(organisation).publicKey());
    }

    @Test
    void an_issuers_leaf_chains_to_the_credential_authority_and_names_the_issuer() {
        Signer signer = keys.issuer(organisation);
        List<X509Certificate> chain = signer.certificates();
        assertThat(CertificateChain.verify(chain, List.of(keys.certificateAuthority()), Instant.now()))
                .isInstanceOf(ChainVerdict.Valid.class);
        assertThat(Certificates.sanUris(chain.getFirst())).containsExactly(node.origin() + "/o/registrar");
        assertThat(Certificates.authorityKeyIdentifier(chain.getFirst()))
                .contains(Certificates.keyIdentifier(keys.certificateAuthority()));
    }

    @Test
    void a_verifiers_leaf_names_the_host_and_the_verifier() {
        X509Certificate leaf = keys.verifier(organisation).certificates().getFirst();
        assertThat(Certificates.sanDnsNames(leaf)).containsExactly("quebec.localhost");
        assertThat(Certificates.sanUris(leaf)).containsExactly(node.origin() + "/o/registrar");
    }

    @Test
    void what_a_room_keeps_signs_and_decrypts() {
        WrappedKey key = keys.newKey();
        String jws =
                CompactJws.sign(keys.signer(key), "test+jwt", Json.newObject().put("a", 1));
        assertThat(CompactJws.parse(jws).isSignedBy(key.publicKey())).isTrue();
        String jwe = CompactJwe.encrypt(key.publicKey(), "A256GCM", MESSAGE);
        assertThat(twin.bean(Keys.class).decrypt(key, jwe)).isEqualTo(MESSAGE);
    }

    @Test
    void does_not_decrypt_what_was_encrypted_to_another_key() {
        String jwe = CompactJwe.encrypt(keys.newKey().publicKey(), "A256GCM", MESSAGE);
        WrappedKey other = keys.newKey();
        assertThatThrownBy(() -> keys.decrypt(other, jwe)).isInstanceOf(ProtocolError.class);
    }

    @Test
    void opens_only_what_was_sealed_for_the_same_purpose_and_not_changed() {
        byte[] sealed = keys.seal("one", MESSAGE);
        assertThat(keys.open("one", sealed)).isEqualTo(MESSAGE);
        assertThatThrownBy(() -> keys.open("another", sealed)).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> keys.open("one", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.open("one", new byte[3])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void no_private_key_stands_readable_in_the_database() {
        keys.federation();
        var rows = node.bean(JdbcClient.class)
                .sql("select sealed from keys.keys")
                .query((row, number) -> row.getBytes(1))
                .list();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(stored ->
                        assertThatThrownBy(() -> KeyPairs.read(stored)).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void says_nothing_secret_about_itself() {
        assertThat(keys.issuer(organisation).toString()).matches("Signer\\[[A-Za-z0-9_-]{43}]");
    }
}
