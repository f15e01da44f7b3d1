package org.entente.node.signin.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Map;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.SigninSettings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SignInCodeTests {
    private static final int DAYS_OF_A_YEAR = 366;

    /** Of as many networks as anybody likes, in as many browsers. */
    @Test
    void the_codes_of_an_account_are_guessed_in_a_year_less_than_once_in_a_thousand_times() {
        long guesses = (long) asShipped().limits().guessesAtAccountPerDay() * DAYS_OF_A_YEAR;
        assertThat(guesses / Math.pow(10, SignInCode.DIGITS)).isLessThan(1.0 / 1_000);
    }

    /** By somebody who keeps an account's mails coming, and tries each code as often as it can be tried. */
    @Test
    void all_mails_of_a_day_leave_the_guesses_of_a_day_to_be_the_bound() {
        SigninSettings.Limits limits = asShipped().limits();
        assertThat(limits.guessesAtAccountPerDay())
                .isLessThanOrEqualTo(limits.codesToAccountPerDay() * SignInCodes.MAX_ATTEMPTS);
    }

    @Test
    void is_read_in_two_groups_and_typed_with_or_without_what_is_between() {
        SignInCode code = new SignInCode("01234567");
        assertThat(code.grouped()).isEqualTo("0123 4567");
        for (String typed : new String[] {
            "01234567", "0123 4567", " 0123  4567 ", "0123\u00a04567", "0123\u202f4567", "0123-4567", "01\t23\n4567"
        }) {
            assertThat(SignInCode.typed(typed)).as(typed).contains(code);
        }
    }

    @Test
    void what_has_not_its_digits_is_none() {
        for (String typed : new String[] {"", "012345", "0123456", "012345678", "0123456a", "٠١٢٣٤٥٦٧", "0123.4567"}) {
            assertThat(SignInCode.typed(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void is_in_no_log() {
        assertThat(SignInCode.random(new Secrets(new SecureRandom())).toString())
                .doesNotContainPattern("[0-9]");
    }

    private static SigninSettings asShipped() {
        return new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("entente.signin", SigninSettings.class);
    }
}
