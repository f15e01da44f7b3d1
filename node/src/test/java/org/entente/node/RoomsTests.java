package org.entente.node;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the rooms: no cycle, no look inside, only the dependencies that a room declares. */
class RoomsTests {
    @Test
    void rooms_use_only_the_front_desks_that_they_declare() {
        ApplicationModules.of(NodeApplication.class, new TheProduct()).verify();
    }
}
