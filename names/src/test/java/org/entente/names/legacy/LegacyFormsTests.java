package org.entente.names.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.names.Name;
import org.entente.names.NamePart;
import org.entente.names.NameReading.Accepted;
import org.entente.names.NameText;
import org.entente.names.PublishedAlphabets;
import org.entente.names.TestNames;
import org.entente.names.TestProfiles;
import org.entente.names.legacy.Loss.Kind;
import org.entente.names.letters.Alphabet;
import org.entente.names.profile.DraftProfiles;
import org.entente.names.profile.LegacyRules;
import org.entente.names.profile.OpenProfile;
import org.entente.names.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T7 and T8, barriers B10, B22 and B43. */
class LegacyFormsTests {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final LegacyForms OPEN = LegacyForms.of(Alphabet.of(OpenProfile.get()));
    private static final List<Channel> CHANNELS =
            List.of(Channel.MRZ_PASSPORT, Channel.MRZ_CARD, Channel.LATIN1, Channel.ASCII);

    static List<String> names() {
        return TestNames.ALL;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ʔaq̓am | AQAM | 'aq'am | 'aqam",
                "Montréal | MONTREAL | Montréal | Montreal",
                "L’Ancienne-Lorette | LANCIENNE<LORETTE | L'Ancienne-Lorette | L'Ancienne-Lorette",
                "ȽÁU,WELṈEW̱ | LAU<WELNEW | LÁU,WELNEW | LAU,WELNEW",
                "Tłı̨chǫ | TLICHO | Tlicho | Tlicho",
                "Behchokǫ̀ | BEHCHOKO | Behchokò | Behchoko",
                "Sḵwx̱wú7mesh | SKWXWUMESH | Skwxwú7mesh | Skwxwu7mesh",
                "Stó:lō | STOLO | Stó:lo | Sto:lo",
                "xʷməθkʷəy̓əm | XWMETHKWEYEM | xwmethkweyem | xwmethkweyem",
                "Kanienʼkehá꞉ka | KANIENKEHAKA | Kanien'kehá:ka | Kanien'keha:ka",
                "W8banaki | WOBANAKI | W8banaki | W8banaki",
                "Łútsël Kʼé | LUTSEL<KE | Lútsël K'é | Lutsel K'e"
            })
    void drafts(String name, String mrz, String latin1, String ascii) {
        if (!name.equals("ʔaq̓am")) {
            assertThat(draft(OPEN, name, Channel.LATIN1).value()).isEqualTo(latin1);
        }
        assertThat(draft(OPEN, name, Channel.MRZ_PASSPORT).value()).isEqualTo(mrz);
        assertThat(draft(OPEN, name, Channel.ASCII).value()).isEqualTo(ascii);
    }

    @Test
    void every_loss_is_listed_sign_by_sign() {
        LegacyDraft draft = draft(OPEN, "ʔaq̓am", Channel.MRZ_PASSPORT);

        assertThat(draft.isLossy()).isTrue();
        assertThat(draft.losses())
                .containsExactly(new Loss("ʔ", "", Kind.LEFT_OUT), new Loss("q̓", "Q", Kind.REPLACED));
        assertThat(draft(OPEN, "Tadoussac", Channel.MRZ_PASSPORT).losses()).isEmpty();
        assertThat(draft(OPEN, "Gaspé", Channel.LATIN1).method()).isEqualTo(Method.UNCHANGED);
    }

    @Test
    void the_communitys_rule_comes_before_every_table() {
        Profile ruled = TestProfiles.with(
                TestProfiles.SALISH, new LegacyRules(Map.of("ʔ", "h", "q̓", "kk"), Map.of("ʔ", "7"), Map.of()));
        LegacyForms forms = LegacyForms.of(Alphabet.of(ruled));

        LegacyDraft mrz = draft(forms, "ʔaq̓am", Channel.MRZ_PASSPORT);
        assertThat(mrz.value()).isEqualTo("HAKKAM");
        assertThat(mrz.method()).isEqualTo(Method.PROFILE);
        assertThat(draft(forms, "ʔa", Channel.LATIN1).value()).isEqualTo("7a");
        LegacyForms agency =
                new LegacyForms(Alphabet.of(ruled), new AgencyTable(Map.of("ʔ", "X", "q̓", "X", "kw", "qu")));
        assertThat(draft(agency, "ʔakwa", Channel.ASCII).value()).isEqualTo("Xaqua");
        assertThat(draft(agency, "ʔakwa", Channel.ASCII).method()).isEqualTo(Method.AGENCY);
    }

    @Test
    void the_profiles_plainer_letters_come_before_our_proposals() {
        assertThat(draft(LegacyForms.of(Alphabet.of(TestProfiles.SALISH)), "q̓a", Channel.ASCII)
                        .value())
                .isEqualTo("q'a");
    }

    @Test
    void syllabics_are_romanised_by_their_profile_and_otherwise_written_by_a_person() {
        Profile inuktitut = DraftProfiles.all().getFirst();

        assertThat(draft(LegacyForms.of(Alphabet.of(inuktitut)), "ᐃᖃᓗᐃᑦ", Channel.MRZ_PASSPORT)
                        .value())
                .isEqualTo("IQALUIT");
        assertThat(OPEN.form(NameText.of("ᐃᖃᓗᐃᑦ"), Channel.MRZ_PASSPORT, List.of()))
                .isEqualTo(new LegacyOutcome.ByHand(Channel.MRZ_PASSPORT, List.of("ᐃ", "ᖃ", "ᓗ", "ᑦ")));
    }

    @Test
    void an_approved_form_is_what_the_channel_gets_from_then_on() {
        NameText name = NameText.of("ʔaq̓am");
        LegacyForm chosen = LegacyForm.chosen(name, Channel.MRZ_PASSPORT, "AKAM", NOW);
        LegacyForm drafted = draft(OPEN, "ʔaq̓am", Channel.ASCII).approve(NOW);

        assertThat(OPEN.form(name, Channel.MRZ_PASSPORT, List.of(drafted, chosen)))
                .isEqualTo(new LegacyOutcome.Recorded(chosen));
        assertThat(OPEN.form(name, Channel.ASCII, List.of(drafted, chosen)))
                .isEqualTo(new LegacyOutcome.Recorded(drafted));
        assertThat(drafted.losses()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XX" + "X", "FNU", "LNU", "Unknown", ".", "-", "<", "NO NAME", "é", "a b\u0000", "ʔ"})
    void refuses_a_filler_and_what_the_channel_cannot_write(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LegacyForm.chosen(NameText.of("ʔaq̓am"), Channel.ASCII, value, NOW));
    }

    @Test
    void what_has_no_room_is_said_to_be_cut() {
        Channel narrow = Channel.fixedWidth("health-card", Repertoire.ASCII, 10);

        LegacyDraft draft = draft(OPEN, "Pekwachnamaykoskwaskwaypinwanik", narrow);

        assertThat(draft.value()).isEqualTo("Pekwachnam");
        assertThat(draft.losses()).containsExactly(new Loss("aykoskwaskwaypinwanik", "", Kind.CUT));
    }

    @Test
    void a_name_of_signs_that_a_channel_leaves_out_is_written_by_a_person() {
        assertThat(OPEN.form(NameText.of("ʔ"), Channel.MRZ_CARD, List.of())).isInstanceOf(LegacyOutcome.ByHand.class);
        assertThat(OPEN.form(NameText.of("7"), Channel.MRZ_CARD, List.of())).isInstanceOf(LegacyOutcome.ByHand.class);
    }

    @Test
    void parts_are_identifiers_and_one_name_has_nothing_after_it() {
        Name parted = Name.of(Name.Kind.LEGAL, "Rimouski Gaspé Chicoutimi", "fr")
                .withParts(
                        new NamePart(NamePart.Role.GIVEN, NameText.of("Rimouski")),
                        new NamePart(NamePart.Role.GIVEN, NameText.of("Gaspé")),
                        new NamePart(NamePart.Role.FAMILY, NameText.of("Chicoutimi")));
        Name mononym = Name.of(Name.Kind.LEGAL, "Snuneymuxw", "hur");

        assertThat(drafted(OPEN.form(parted, Channel.MRZ_PASSPORT, List.of())).value())
                .isEqualTo("CHICOUTIMI<<RIMOUSKI<GASPE");
        assertThat(drafted(OPEN.form(mononym, Channel.MRZ_PASSPORT, List.of())).value())
                .isEqualTo("SNUNEYMUXW");
    }

    @ParameterizedTest
    @MethodSource("names")
    void never_empty_and_never_less_without_saying_so(String name) {
        for (Channel channel : CHANNELS) {
            switch (OPEN.form(NameText.of(name), channel, List.of())) {
                case LegacyOutcome.Drafted(LegacyDraft draft) -> {
                    assertThat(channel.repertoire().holds(draft.value())).isTrue();
                    assertThat(draft.value()).isNotBlank();
                    if (!draft.isLossy()) {
                        assertThat(draft.value()).isEqualTo(asWritten(name, channel));
                    }
                }
                case LegacyOutcome.ByHand byHand -> assertThat(byHand.unknown()).isNotEmpty();
                case LegacyOutcome.Recorded recorded -> throw new AssertionError(recorded);
            }
        }
    }

    /** A travel document has capitals, and fillers for spaces; whatever else differs is a loss. */
    private static String asWritten(String name, Channel channel) {
        boolean zone = channel.repertoire() == Repertoire.MRZ;
        return zone ? name.toUpperCase(java.util.Locale.ROOT).replace(' ', '<') : name;
    }

    @Test
    void signs_that_become_fillers_and_capitals_inside_a_word_are_lost() {
        assertThat(draft(OPEN, "ȽÁU,WELṈEW̱", Channel.MRZ_PASSPORT).losses())
                .contains(new Loss(",", "<", Kind.REPLACED));
        assertThat(draft(OPEN, "Trois-Pistoles", Channel.MRZ_PASSPORT).losses())
                .containsExactly(new Loss("-", "<", Kind.REPLACED));
        assertThat(draft(OPEN, "NunatuKavut", Channel.MRZ_PASSPORT).losses())
                .containsExactly(new Loss("NunatuKavut", "", Kind.CASE));
        assertThat(draft(OPEN, "NunatuKavut", Channel.ASCII).losses()).isEmpty();
        assertThat(draft(OPEN, "Lii Michif", Channel.MRZ_PASSPORT).losses()).isEmpty();
    }

    @Test
    void a_form_that_the_person_wrote_says_what_it_loses() {
        assertThat(chosen("ʔaq̓am", Channel.MRZ_PASSPORT, "AKAM"))
                .containsExactly(new Loss("ʔ", "", Kind.LEFT_OUT), new Loss("q̓", "K", Kind.REPLACED));
        assertThat(chosen("Délı̨nę", Channel.ASCII, "Deline"))
                .containsExactly(
                        new Loss("é", "e", Kind.REPLACED),
                        new Loss("ı̨", "i", Kind.REPLACED),
                        new Loss("ę", "e", Kind.REPLACED));
        assertThat(chosen("ᐃᖃᓗᐃᑦ", Channel.ASCII, "Iqaluit"))
                .containsExactly(new Loss("ᐃᖃᓗᐃᑦ", "Iqaluit", Kind.REPLACED));
        assertThat(chosen("NunatuKavut", Channel.MRZ_CARD, "NUNATUKAVUT"))
                .containsExactly(new Loss("NunatuKavut", "", Kind.CASE));
        assertThat(chosen("Lii Michif", Channel.MRZ_CARD, "LII<MICHIF")).isEmpty();
        assertThat(chosen("Gaspé", Channel.LATIN1, "Gaspé")).isEmpty();
        assertThat(chosen("Gaspé", Channel.LATIN1, "Le Gaspé")).containsExactly(new Loss("G", "Le G", Kind.REPLACED));
        assertThat(chosen("Shuniah", Channel.ASCII, "Shuniahh")).containsExactly(new Loss("h", "hh", Kind.REPLACED));
        assertThat(chosen("Siksiká", Channel.ASCII, "Sik")).containsExactly(new Loss("siká", "", Kind.LEFT_OUT));
    }

    private static List<Loss> chosen(String name, Channel channel, String value) {
        return LegacyForm.chosen(NameText.of(name), channel, value, NOW).losses();
    }

    @Test
    void every_published_letter_has_a_form_or_waits_for_a_person() {
        for (Profile profile : PublishedAlphabets.all()) {
            LegacyForms forms = LegacyForms.of(Alphabet.of(profile));
            for (String letter : profile.alphabet()) {
                for (Channel channel : CHANNELS) {
                    if (forms.form(NameText.of("a" + letter), channel, List.of())
                            instanceof LegacyOutcome.Drafted(LegacyDraft draft)) {
                        assertThat(draft.value()).isNotEmpty();
                    }
                }
            }
        }
    }

    @Property(tries = 1_000)
    void whatever_is_written_the_channel_can_write_what_it_gets(@ForAll String any) {
        if (NameText.read(any) instanceof Accepted(NameText text)) {
            for (Channel channel : CHANNELS) {
                if (OPEN.form(text, channel, List.of()) instanceof LegacyOutcome.Drafted(LegacyDraft draft)) {
                    assertThat(channel.repertoire().holds(draft.value())).isTrue();
                    assertThat(draft.value().length()).isBetween(1, channel.most());
                }
            }
        }
    }

    @Test
    void a_clans_part_is_said_to_be_left_out_of_travel_documents() {
        Name name = Name.of(Name.Kind.USED, "Rimouski ʔaq̓am Chicoutimi", "fr")
                .withParts(
                        new NamePart(NamePart.Role.GIVEN, NameText.of("Rimouski")),
                        new NamePart(NamePart.Role.CLAN, NameText.of("ʔaq̓am")),
                        new NamePart(NamePart.Role.FAMILY, NameText.of("Chicoutimi")));

        LegacyDraft mrz = drafted(OPEN.form(name, Channel.MRZ_PASSPORT, List.of()));

        assertThat(mrz.value()).isEqualTo("CHICOUTIMI<<RIMOUSKI");
        assertThat(mrz.losses()).containsExactly(new Loss("ʔaq̓am", "", Loss.Kind.LEFT_OUT));
    }

    private static LegacyDraft draft(LegacyForms forms, String name, Channel channel) {
        return drafted(forms.form(NameText.of(name), channel, List.of()));
    }

    private static LegacyDraft drafted(LegacyOutcome outcome) {
        return switch (outcome) {
            case LegacyOutcome.Drafted(LegacyDraft draft) -> draft;
            case LegacyOutcome.ByHand byHand -> throw new AssertionError(byHand);
            case LegacyOutcome.Recorded recorded -> throw new AssertionError(recorded);
        };
    }
}
