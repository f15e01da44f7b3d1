package org.entente.names.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.names.TestProfiles;
import org.junit.jupiter.api.Test;

class SignedProfileTests {
    private static final KeyPair COMMUNITY = TestKeys.create();
    private static final KeyPair STRANGER = TestKeys.create();

    private final Profile approved = TestProfiles.approved(TestProfiles.SALISH);
    private final SignedProfile signed = sign(approved, COMMUNITY);

    @Test
    void survives_publication() {
        SignedProfile read = SignedProfile.read(signed.write());

        assertThat(read).isEqualTo(signed);
        assertThat(read.isSignedBy(COMMUNITY.getPublic())).isTrue();
        assertThat(read.keyId()).contains("language-house");
        assertThat(read.jws()).contains("..");
    }

    @Test
    void is_of_no_other_key_and_of_no_other_profile() {
        assertThat(signed.isSignedBy(STRANGER.getPublic())).isFalse();
        Profile changed = TestProfiles.with(approved, Map.of("x", "k"));
        assertThat(new SignedProfile(changed, signed.jws()).isSignedBy(COMMUNITY.getPublic()))
                .isFalse();
    }

    @Test
    void a_header_that_asks_for_another_algorithm_or_for_more_is_not_followed() {
        for (String header : List.of(
                "{\"alg\":\"none\",\"typ\":\"orthography-profile+jws\"}",
                "{\"alg\":\"ES256\",\"typ\":\"JWT\"}",
                "{\"alg\":\"ES256\",\"crit\":[\"b64\"],\"typ\":\"orthography-profile+jws\"}")) {
            String other = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes())
                    + signed.jws().substring(signed.jws().indexOf('.'));
            assertThat(new SignedProfile(approved, other).isSignedBy(COMMUNITY.getPublic()))
                    .isFalse();
        }
        assertThat(new SignedProfile(approved, "..").isSignedBy(COMMUNITY.getPublic()))
                .isFalse();
        assertThat(new SignedProfile(approved, signed.jws() + "=").isSignedBy(COMMUNITY.getPublic()))
                .isFalse();
    }

    @Property(tries = 300)
    void no_other_text_is_a_signature(@ForAll String any) {
        assertThat(new SignedProfile(approved, any).isSignedBy(COMMUNITY.getPublic()))
                .isFalse();
    }

    @Test
    void an_approved_profile_comes_in_by_its_communitys_key_only() {
        assertThatIllegalArgumentException().isThrownBy(() -> Profiles.none().withDrafts(List.of(approved)));
        assertThatIllegalArgumentException().isThrownBy(() -> Profiles.none().withSigned(signed, STRANGER.getPublic()));

        Profiles installed =
                Profiles.none().withDrafts(List.of(TestProfiles.SALISH)).withSigned(signed, COMMUNITY.getPublic());

        assertThat(installed.find("test:salish")).contains(approved);
        assertThatIllegalArgumentException().isThrownBy(() -> installed.withDrafts(List.of(TestProfiles.SALISH)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> installed.withSigned(sign(approved, STRANGER), STRANGER.getPublic()));
    }

    @Test
    void a_community_takes_back_what_it_signed() throws GeneralSecurityException {
        Profiles installed = Profiles.none().withSigned(signed, COMMUNITY.getPublic());
        Revocation strangers = Revocation.sign("test:salish", "", "stranger", Signing.with(STRANGER.getPrivate()));
        Revocation own = Revocation.read(
                Revocation.sign("test:salish", "", "language-house", Signing.with(COMMUNITY.getPrivate()))
                        .write());

        assertThatIllegalArgumentException().isThrownBy(() -> installed.without(strangers));
        Profiles rest = installed.without(own);
        assertThat(rest.find("test:salish")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> rest.withSigned(signed, COMMUNITY.getPublic()));
        assertThat(rest.withSigned(sign(approved, STRANGER), STRANGER.getPublic())
                        .find("test:salish"))
                .isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> installed.without(new Revocation("test:salish", "", signed.jws())));
    }

    @Test
    void a_name_of_unknown_orthography_is_read_by_the_open_one() {
        Profiles installed = Profiles.none().withDrafts(DraftProfiles.all());

        assertThat(installed.findOrOpen("nobody:knows")).isEqualTo(OpenProfile.get());
        assertThat(installed.ofLanguage("crk"))
                .extracting(Profile::id)
                .containsExactly("entente:crk-cans-draft", "entente:crk-latn-draft");
        assertThatIllegalArgumentException().isThrownBy(() -> installed.withDrafts(List.of(OpenProfile.get())));
    }

    private static SignedProfile sign(Profile profile, KeyPair keys) {
        try {
            return SignedProfile.sign(profile, "language-house", Signing.with(keys.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
