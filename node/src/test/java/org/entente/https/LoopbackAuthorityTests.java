package org.entente.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackAuthorityTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "quebec.localhost"})
    void may_vouch_for_names_on_this_machine(String name) throws Exception {
        assertThat(mayVouchFor(new GeneralName(GeneralName.dNSName, name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quebec.example", "localhost.example", "notlocalhost"})
    void may_vouch_for_no_other_name(String name) throws Exception {
        assertThat(mayVouchFor(new GeneralName(GeneralName.dNSName, name))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "127.0.0.1", "2001:db8::1"})
    void may_vouch_for_no_address(String address) throws Exception {
        assertThat(mayVouchFor(new GeneralName(GeneralName.iPAddress, address))).isFalse();
    }

    @Test
    void stays_the_same_until_its_end_is_near() throws IOException {
        byte[] made = Files.readAllBytes(open(NOW).file());
        assertThat(Files.readAllBytes(open(NOW.plus(Duration.ofDays(600))).file()))
                .isEqualTo(made);
        assertThat(Files.readAllBytes(open(NOW.plus(Duration.ofDays(671))).file()))
                .isNotEqualTo(made);
    }

    @Test
    void nobody_else_reads_a_private_key() throws IOException {
        open(NOW).vouchFor("quebec.localhost", folder.resolve("quebec"), NOW);
        for (String key : new String[] {"authority-key.pem", "quebec/certificate-key.pem"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(key))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void authorities_that_cannot_be_read_are_refused_by_their_file() throws IOException {
        Path nothing = Files.writeString(folder.resolve("nothing.pem"), "");
        Path garbage = Files.writeString(
                folder.resolve("garbage.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        for (Path file : new Path[] {nothing, garbage, folder.resolve("absent.pem")}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TrustedAuthorities.besides(file))
                    .withMessageContaining(file.getFileName().toString());
        }
    }

    private LoopbackAuthority open(Instant now) {
        return LoopbackAuthority.open(folder, new SecureRandom(), now);
    }

    /** As an implementation of RFC 5280 §4.2.1.10 that we did not write judges the constraints. */
    private boolean mayVouchFor(GeneralName name) throws Exception {
        var extensions = new JcaX509CertificateHolder(Pem.certificate(open(NOW).file())).getExtensions();
        var constraints = NameConstraints.getInstance(extensions.getExtensionParsedValue(Extension.nameConstraints));
        var judge = new PKIXNameConstraintValidator();
        judge.intersectPermittedSubtree(constraints.getPermittedSubtrees());
        for (var excluded : constraints.getExcludedSubtrees()) {
            judge.addExcludedSubtree(excluded);
        }
        try {
            judge.checkPermitted(name);
            judge.checkExcluded(name);
            return true;
        } catch (NameConstraintValidatorException refused) {
            return false;
        }
    }
}
