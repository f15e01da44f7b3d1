package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.door.Description;
import org.entente.names.barrier.door.FormDoor;
import org.entente.names.barrier.door.Pace;
import org.entente.names.barrier.probe.Door;
import org.entente.names.barrier.probe.Interview;
import org.entente.node.TestNode;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.Test;

/** The audit goes through the form in which a person records a name, as far as the page that shows it before it is kept. */
@InCountry
class NameBarriersTests {
    private final Country country;

    NameBarriersTests(Country country, Chromium chromium) {
        this.country = country;
        assertThat(chromium.browser().isConnected()).isTrue();
    }

    @Test
    void a_form_for_names_has_no_barrier() {
        TestNode node = country.quebec();
        TestBrowser resident = country.signedIn(node);
        Description form = Description.read("""
                {"system": "ours", "origin": "%s", "headers": {"Cookie": "$SESSION"},
                 "register": {"address": "/en/names", "begin": "form[action$='/names/drafts'] button", "full": "#field-full",
                              "submit": "main form button.button[value=continue]", "accepted": "p.shown"},
                 "outputs": [{"name": "check", "kind": "data", "address": "", "selector": "p.shown .name"},
                             {"name": "check", "kind": "shown", "address": "", "selector": "p.shown .name"}]}
                """.formatted(node.origin()));
        Map<String, Finding> findings;
        try (Door door = FormDoor.open(
                form, new Pace(Pace.FASTEST), Path.of("/usr/bin/chromium"), name -> "entente=" + resident.cookie())) {
            findings = new TreeMap<>(new Interview(Set.of(), id -> {}).at(door));
        }

        assertThat(findings.entrySet().stream().filter(row -> row.getValue() instanceof Finding.Found))
                .isEmpty();
    }
}
