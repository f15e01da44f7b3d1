package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Wallets to which one person gives permission, and which renew by it, at a balancer; each remembers the last token that it
 * was given. One whose answer was lost comes back when it is told to, and has the same successor once more.
 */
final class Renewing {
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

        private Permission(Holder holder, String token) {
            this.holder = holder;
            this.token = token;
        }

        private void renew() {
            token = Holder.refreshToken(holder.refresh(token));
        }

        private void renewAtLast() {
            Provinces.until("a renewal", () -> {
                renew();
                return true;
            });
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
            permission.renewAtLast();
            String before = permission.token;
            permission.renewAtLast();
            permission.renewAtLast();
            assertThat(permission.holder.refresh(before).error()).isEqualTo("invalid_grant");
        }
    }
}
