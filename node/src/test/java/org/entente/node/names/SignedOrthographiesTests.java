package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.entente.names.NameText;
import org.entente.names.profile.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a community has signed is used where the operator knows its key, and nothing is that was signed otherwise. */
@ExtendWith(NamesNode.Given.class)
class SignedOrthographiesTests {
    private final NamesNode names;

    SignedOrthographiesTests(NamesNode names) {
        this.names = names;
    }

    @Test
    void a_person_writes_in_an_orthography_that_its_community_has_signed() {
        TestPerson person = names.person();
        String draft = person.begin();
        assertThat(person.page(draft).select("#field-writing option").eachAttr("value"))
                .contains(TestOrthographies.SIGNED);

        String name = person.record("q̕a", TestOrthographies.SIGNED, "used");

        assertThat(person.page(name).text()).contains("q̕a", "a language house").doesNotContain("draft");
        assertThat(names.node()
                        .bean(Orthographies.class)
                        .alphabet(TestOrthographies.SIGNED)
                        .read(NameText.of("q̕a"))
                        .proposals())
                .as("its table of mistaken forms is asked")
                .hasSize(1);
    }

    @Test
    void a_file_that_another_signed_is_not_used_and_the_log_names_it_alone(@TempDir Path folder) throws Exception {
        Files.copy(TestOrthographies.signed(), folder.resolve("of-a-stranger.json"));
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(Orthographies.class);
        log.addAppender(said);
        said.start();
        Orthographies known;
        try {
            known = new Orthographies(settings(folder, TestOrthographies.strangersKey()));
        } finally {
            log.detachAppender(said);
        }

        assertThat(known.has(TestOrthographies.SIGNED)).isFalse();
        assertThat(said.list.stream().map(ILoggingEvent::getFormattedMessage))
                .anyMatch(line -> line.startsWith("of-a-stranger.json is signed by no key that may sign it"))
                .noneMatch(line -> line.contains(TestOrthographies.SIGNED) || line.contains(folder.toString()));
        assertThat(new Orthographies(settings(folder, TestOrthographies.communitysKey()))
                        .alphabet(TestOrthographies.SIGNED)
                        .profile()
                        .status())
                .isEqualTo(Status.COMMUNITY_APPROVED);
    }

    @Test
    void a_key_that_is_none_stops_the_start(@TempDir Path folder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Orthographies(settings(folder, "-----BEGIN PUBLIC KEY-----")))
                .withMessageContaining("P-256");
    }

    private static NamesSettings settings(Path folder, String key) {
        return new NamesSettings(
                "",
                folder.toString(),
                List.of(new NamesSettings.Community(List.of("test"), key)),
                List.of(),
                Duration.ofDays(30));
    }
}
