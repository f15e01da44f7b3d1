package org.entente.names.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.stream.Stream;
import org.entente.names.Name;
import org.entente.names.NameText;
import org.entente.names.PublishedAlphabets;
import org.entente.names.TestNames;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;
import org.entente.names.record.NameEntry;
import org.entente.names.record.NameFile;
import org.junit.jupiter.api.Test;

/** T1, as far as this library goes: from what was written to a credential's claims and back, code point for code point. */
class RoundTripTests {
    @Test
    void every_name_comes_back_as_it_was_written() {
        TestNames.ALL.forEach(RoundTripTests::requireRoundTrip);
    }

    @Test
    void every_published_letter_comes_back_as_it_was_written() {
        List<String> letters = PublishedAlphabets.all().stream()
                .flatMap(profile -> Stream.concat(
                        profile.alphabet().stream(),
                        profile.variants().values().stream().flatMap(List::stream)))
                .distinct()
                .toList();

        assertThat(letters).hasSizeGreaterThan(640);
        letters.forEach(RoundTripTests::requireRoundTrip);
    }

    private static void requireRoundTrip(String written) {
        NameFile file = NameFile.of(NameEntry.of(Name.of(Name.Kind.LEGAL, written, "und")));
        JsonMembers claims = JsonMembers.of(Json.read(Json.canonical(CredentialNames.of(file))));

        NameText back = NameText.of(claims.text("name"));

        assertThat(back.value()).isEqualTo(Normalizer2.getNFCInstance().normalize(written));
        assertThat(claims.list("ca_names", element -> JsonMembers.of(element).text("full")))
                .containsExactly(back.value());
        assertThat(FhirNames.of(file).getFirst()).containsEntry("text", back.value());
    }
}
