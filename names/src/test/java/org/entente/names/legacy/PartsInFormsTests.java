package org.entente.names.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.entente.names.Name;
import org.entente.names.NamePart;
import org.entente.names.NamePart.Role;
import org.entente.names.NameText;
import org.entente.names.legacy.Loss.Kind;
import org.entente.names.letters.Alphabet;
import org.entente.names.profile.OpenProfile;
import org.junit.jupiter.api.Test;

/** What becomes of the words of a name where a form is made of its parts. */
class PartsInFormsTests {
    private static final LegacyForms OPEN = LegacyForms.of(Alphabet.of(OpenProfile.get()));

    @Test
    void words_that_stand_in_no_part_are_said_to_be_left_out_of_a_travel_document() {
        Name three = Name.of(Name.Kind.LEGAL, "Rimouski Gaspé Chicoutimi", "fr")
                .withParts(
                        new NamePart(Role.GIVEN, NameText.of("Rimouski")),
                        new NamePart(Role.FAMILY, NameText.of("Chicoutimi")));
        LegacyDraft zone = drafted(OPEN.form(three, Channel.MRZ_PASSPORT, List.of()));

        assertThat(zone.value()).isEqualTo("CHICOUTIMI<<RIMOUSKI");
        assertThat(zone.losses()).containsExactly(new Loss("Gaspé", "", Kind.LEFT_OUT));
        assertThat(zone.isLossy()).isTrue();
        Name clan = three.withParts(
                new NamePart(Role.GIVEN, NameText.of("Rimouski")),
                new NamePart(Role.CLAN, NameText.of("Gaspé")),
                new NamePart(Role.FAMILY, NameText.of("Chicoutimi")));
        assertThat(drafted(OPEN.form(clan, Channel.MRZ_CARD, List.of())).losses())
                .as("a part that the zone has no place for")
                .containsExactly(new Loss("Gaspé", "", Kind.LEFT_OUT));
        assertThat(drafted(OPEN.form(three, Channel.ASCII, List.of())).value())
                .as("where the whole name stands nothing is left out")
                .isEqualTo("Rimouski Gaspe Chicoutimi");
    }

    @Test
    void parts_that_are_not_of_the_name_do_not_take_its_place() {
        Name other = Name.of(Name.Kind.LEGAL, "Rimouski Chicoutimi", "fr")
                .withParts(
                        new NamePart(Role.GIVEN, NameText.of("Percé")),
                        new NamePart(Role.FAMILY, NameText.of("Chicoutimi")));
        LegacyDraft zone = drafted(OPEN.form(other, Channel.MRZ_PASSPORT, List.of()));

        assertThat(zone.value()).isEqualTo("RIMOUSKI<CHICOUTIMI");
        assertThat(zone.losses()).isEmpty();
    }

    @Test
    void a_form_that_was_chosen_with_the_family_first_loses_only_what_it_does_not_say() {
        assertThat(losses("Rimouski Gaspé Chicoutimi", Channel.MRZ_PASSPORT, "CHICOUTIMI<<RIMOUSKI"))
                .containsExactly(new Loss("Gaspé ", "", Kind.LEFT_OUT));
        assertThat(losses("Rimouski Chicoutimi", Channel.MRZ_PASSPORT, "CHICOUTIMI<<RIMOUSKI"))
                .isEmpty();
        assertThat(losses("Chicoutimi Rimouski", Channel.MRZ_PASSPORT, "CHICOUTIMI<<RIMOUSKI"))
                .isEmpty();
    }

    private static LegacyDraft drafted(LegacyOutcome outcome) {
        return switch (outcome) {
            case LegacyOutcome.Drafted(LegacyDraft draft) -> draft;
            case LegacyOutcome.ByHand byHand -> throw new AssertionError(byHand);
            case LegacyOutcome.Recorded recorded -> throw new AssertionError(recorded);
        };
    }

    private static List<Loss> losses(String name, Channel channel, String value) {
        return LegacyForm.chosen(NameText.of(name), channel, value, Instant.EPOCH)
                .losses();
    }
}
