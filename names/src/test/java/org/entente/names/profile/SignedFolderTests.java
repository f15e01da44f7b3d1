package org.entente.names.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.entente.names.TestProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedFolderTests {
    private static final KeyPair COMMUNITY = TestKeys.create();
    private static final KeyPair NEIGHBOUR = TestKeys.create();
    private static final Profiles DRAFTS = Profiles.none().withDrafts(List.of(TestProfiles.SALISH));

    private final Profile approved = TestProfiles.approved(TestProfiles.SALISH);
    private final List<Signatory> signatories = List.of(
            new Signatory(Set.of("test:salish"), COMMUNITY.getPublic()),
            new Signatory(Set.of("next"), NEIGHBOUR.getPublic()));

    @TempDir
    private Path folder;

    @Test
    void what_its_community_signed_takes_a_drafts_place() throws Exception {
        write("salish.json", signed(COMMUNITY).write());

        SignedFolder.Installed installed = SignedFolder.install(folder, signatories, DRAFTS);

        assertThat(installed.refused()).isEmpty();
        assertThat(installed.profiles().find("test:salish")).contains(approved);
    }

    @Test
    void what_another_signed_or_nobody_is_refused_by_its_files_name_and_the_draft_remains() throws Exception {
        write("a-neighbours.json", signed(NEIGHBOUR).write());
        write("changed.json", signed(COMMUNITY).write().replace("of no community", "of another"));
        write("unsigned.json", ProfileJson.write(TestProfiles.SALISH));
        write("not-json.json", "{");
        write("not-looked-at.txt", "{");

        SignedFolder.Installed installed = SignedFolder.install(folder, signatories, DRAFTS);

        assertThat(installed.refused().keySet())
                .containsExactlyInAnyOrder("a-neighbours.json", "changed.json", "unsigned.json", "not-json.json");
        assertThat(installed.profiles().find("test:salish")).contains(TestProfiles.SALISH);
    }

    @Test
    void what_a_community_takes_back_is_out_whatever_its_file_is_called() throws Exception {
        write("z.json", signed(COMMUNITY).write());
        write("a.json", revocation(COMMUNITY));

        SignedFolder.Installed installed = SignedFolder.install(folder, signatories, DRAFTS);

        assertThat(installed.refused()).isEmpty();
        assertThat(installed.profiles().find("test:salish")).isEmpty();
    }

    @Test
    void a_word_of_another_takes_nothing_back() throws Exception {
        write("salish.json", signed(COMMUNITY).write());
        write("taken-back.json", revocation(NEIGHBOUR));

        SignedFolder.Installed installed = SignedFolder.install(folder, signatories, DRAFTS);

        assertThat(installed.refused().keySet()).containsExactly("taken-back.json");
        assertThat(installed.profiles().find("test:salish")).contains(approved);
    }

    @Test
    void a_signatory_signs_what_is_named_and_no_more() {
        Signatory neighbour = signatories.getLast();

        assertThat(neighbour.maySign("next:any")).isTrue();
        assertThat(neighbour.maySign("next-door:any")).isFalse();
        assertThat(neighbour.maySign("test:salish")).isFalse();
        assertThat(signatories.getFirst().maySign("test:other")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Signatory(Set.of(), COMMUNITY.getPublic()));
    }

    @Test
    void a_key_is_read_from_pem_and_from_no_other_curve() {
        String bytes =
                Base64.getMimeEncoder().encodeToString(COMMUNITY.getPublic().getEncoded());

        assertThat(Signatory.key("-----BEGIN PUBLIC KEY-----\n" + bytes + "\n-----END PUBLIC KEY-----\n"))
                .isEqualTo(COMMUNITY.getPublic());
        assertThat(Signatory.key(bytes)).isEqualTo(COMMUNITY.getPublic());
        String other = Base64.getEncoder()
                .encodeToString(TestKeys.onCurve("secp384r1").getPublic().getEncoded());
        for (String wrong : List.of("", "*", "AAAA", other)) {
            assertThatIllegalArgumentException().isThrownBy(() -> Signatory.key(wrong));
        }
    }

    private void write(String file, String json) throws IOException {
        Files.writeString(folder.resolve(file), json);
    }

    private SignedProfile signed(KeyPair keys) throws GeneralSecurityException {
        return SignedProfile.sign(approved, "language-house", Signing.with(keys.getPrivate()));
    }

    private static String revocation(KeyPair keys) throws GeneralSecurityException {
        return Revocation.sign("test:salish", "", "language-house", Signing.with(keys.getPrivate()))
                .write();
    }
}
