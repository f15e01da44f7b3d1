package org.entente.protocols.x509;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.x509.ChainVerdict.Broken;
import org.entente.protocols.x509.ChainVerdict.Valid;
import org.junit.jupiter.api.Test;

class CertificateChainTests {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final TestAuthority root = TestAuthority.create("Québec", 1);
    private final TestSigner issuer = TestSigner.create();

    @Test
    void a_leaf_leads_to_its_anchor_among_several() {
        TestAuthority other = TestAuthority.create("British Columbia", 0);

        assertThat(verify(List.of(root.leaf(issuer)), List.of(other.certificate(), root.certificate())))
                .isEqualTo(new Valid(root.certificate()));
    }

    @Test
    void a_chain_may_bring_its_anchor() {
        assertThat(verify(List.of(root.leaf(issuer), root.certificate()), List.of(root.certificate())))
                .isEqualTo(new Valid(root.certificate()));
    }

    @Test
    void an_intermediate_authority_stands_between() {
        TestAuthority middle = root.subordinate("Registraire", 0);

        assertThat(verify(List.of(middle.leaf(issuer), middle.certificate()), List.of(root.certificate())))
                .isEqualTo(new Valid(root.certificate()));
        assertBroken(List.of(middle.leaf(issuer)), List.of(root.certificate()));
    }

    @Test
    void the_path_length_of_an_authority_holds_and_that_of_the_anchor_too() {
        TestAuthority narrow = TestAuthority.create("Ontario", 0);
        TestAuthority below = narrow.subordinate("Below", 0);
        TestAuthority middle = root.subordinate("Middle", 0);
        TestAuthority under = middle.subordinate("Under", 0);

        assertBroken(List.of(below.leaf(issuer), below.certificate()), List.of(narrow.certificate()));
        assertBroken(
                List.of(under.leaf(issuer), under.certificate(), middle.certificate()), List.of(root.certificate()));
    }

    @Test
    void another_authority_of_the_same_name_is_another() {
        TestAuthority namesake = TestAuthority.create("Québec", 1);

        assertBroken(List.of(namesake.leaf(issuer)), List.of(root.certificate()));
        assertBroken(List.of(namesake.leaf(issuer), namesake.certificate()), List.of(root.certificate()));
    }

    @Test
    void a_leaf_cannot_vouch_for_another() {
        TestSigner thief = TestSigner.create();
        X509Certificate leaf = root.leaf(issuer);
        X509Certificate forged = new TestAuthority(issuer, leaf).leaf(thief);

        assertBroken(List.of(forged, leaf), List.of(root.certificate()));
    }

    @Test
    void an_authority_does_not_sign_documents() {
        TestAuthority middle = root.subordinate("Registraire", 0);

        assertBroken(List.of(middle.certificate()), List.of(root.certificate()));
        assertBroken(List.of(root.certificate()), List.of(root.certificate()));
    }

    @Test
    void a_leaf_is_no_anchor() {
        X509Certificate leaf = root.leaf(issuer);

        assertBroken(List.of(new TestAuthority(issuer, leaf).leaf(TestSigner.create())), List.of(leaf));
    }

    @Test
    void nothing_is_valid_before_its_start_or_after_its_end() {
        X509Certificate brief = root.leaf(issuer, NOW.minusSeconds(60), NOW.plusSeconds(60));

        assertThat(verify(List.of(brief), List.of(root.certificate()))).isInstanceOf(Valid.class);
        assertBroken(brief, NOW.minusSeconds(61));
        assertBroken(brief, NOW.plusSeconds(61));
        assertBroken(root.leaf(issuer, NOW, NOW.plusSeconds(100_000_000)), TestAuthority.END.plusSeconds(1));
    }

    @Test
    void a_chain_has_a_length() {
        assertBroken(List.of(), List.of(root.certificate()));
        assertBroken(
                Collections.nCopies(CertificateChain.MAX_LENGTH + 1, root.leaf(issuer)), List.of(root.certificate()));
        assertBroken(List.of(root.leaf(issuer)), List.of());
    }

    private void assertBroken(X509Certificate leaf, Instant now) {
        assertThat(CertificateChain.verify(List.of(leaf), List.of(root.certificate()), now))
                .isInstanceOf(Broken.class);
    }

    private static void assertBroken(List<X509Certificate> chain, Collection<X509Certificate> anchors) {
        assertThat(verify(chain, anchors)).isInstanceOf(Broken.class);
    }

    private static ChainVerdict verify(List<X509Certificate> chain, Collection<X509Certificate> anchors) {
        return CertificateChain.verify(chain, anchors, NOW);
    }
}
