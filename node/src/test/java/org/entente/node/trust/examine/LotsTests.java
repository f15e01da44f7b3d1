package org.entente.node.trust.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.node.kernel.Secrets;
import org.junit.jupiter.api.Test;

class LotsTests {
    private static final List<Integer> ALL = IntStream.range(0, 600).boxed().toList();

    private final Secrets secrets = new Secrets(new SecureRandom());

    @Test
    void draws_so_many_and_none_twice() {
        assertThat(Lots.draw(ALL, 256, secrets))
                .hasSize(256)
                .doesNotHaveDuplicates()
                .isSubsetOf(ALL);
        assertThat(Lots.draw(ALL, 601, secrets)).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void leaves_nobody_out_for_good() {
        Set<Integer> seen = new HashSet<>();
        for (int look = 0; look < 100 && seen.size() < ALL.size(); look++) {
            seen.addAll(Lots.draw(ALL, 256, secrets));
        }
        assertThat(seen).hasSize(ALL.size());
    }
}
