package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Wallets to which one person gives permission, and which renew by it, at a balancer; each remembers the last token that it
 * was given. An exchange whose answer was lost is left alone until the work is over: its wallet may then have the same
 * successor once more.
 */
final class Renewing {
    /** How long after an exchange whose answer was lost a wallet comes back at the earliest. */
    private static final Duration DOUBT = Duration.ofSeconds(12);

    private final Door door;
    private final Person person;
    private final List<Permission> permissions = new CopyOnWriteArrayList<>();

    Renewing(Provinces provinces) {
        Residents.Resident resident = provinces.residents().next();
        this.door = provinces.quebec().door();
        this.person = new Person(door)
                .signIn(provinces.mailbox(), resident.number().replace(" ", "-") + "@example.org")
                .match(resident);
    }

    /** A wallet's permission, as the wallet knows it. */
    private static final class Permission {
        private final Holder holder;
        private volatile String token;
        private volatile Instant asked = Instant.MIN;

        private Permission(Holder holder, String token) {
            this.holder = holder;
            this.token = token;
        }

        private void renew() {
            asked = Instant.now();
            token = Holder.refreshToken(holder.refresh(token));
        }
    }

    /** Obtains a new permission and renews it three times; says what it does after each answer. */
    void play(Runnable answered) {
        Holder holder = new Holder(door);
        String request = holder.push().expect(201).json().path("request_uri").asString("");
        answered.run();
        String code = person.allow(person.open(request));
        answered.run();
        Answer tokens = holder.exchange(code).expect(200);
        answered.run();
        Permission permission = new Permission(holder, Holder.refreshToken(tokens));
        permissions.add(permission);
        for (int i = 0; i < 3; i++) {
            permission.renew();
            answered.run();
        }
    }

    /** Every permission of which a wallet was told is good still, and each of its tokens once. */
    void everyPermissionLives() {
        assertThat(permissions).isNotEmpty();
        for (Permission permission : permissions) {
            Instant sure = permission.asked.equals(Instant.MIN) ? Instant.MIN : permission.asked.plus(DOUBT);
            Provinces.until("a wallet's patience", () -> Instant.now().isAfter(sure));
            String last = permission.token;
            permission.renew();
            assertThat(permission.holder.refresh(last).error()).isEqualTo("invalid_grant");
        }
    }
}
