package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * What one person goes through, each request at a balancer: signs in, is found in the register, receives a batch by an
 * offer and another by permission, renews it, shows a copy, and loses all when the record is revoked.
 */
final class Journey {
    private final Provinces provinces;
    private final Runnable between;
    private final Residents.Resident resident;

    /**
     * A journey of somebody new.
     *
     * @param between what happens between two of its steps
     */
    Journey(Provinces provinces, Runnable between) {
        this.provinces = provinces;
        this.between = between;
        this.resident = provinces.residents().next();
    }

    void play() {
        Person person = new Person(provinces.quebec().door());
        String code = person.askForCode(provinces.mailbox(), resident.number().replace(" ", "-") + "@example.org");
        between.run();
        person.giveCode(code).expect(303);
        between.run();
        person.match(resident);
        between.run();
        List<Holder.Copy> offered = byOffer();
        List<Holder.Copy> allowed = byPermission(person);
        assertThat(isAccepted(offered.getFirst())).isTrue();
        assertThat(isAccepted(allowed.getFirst())).isTrue();
        between.run();
        assertThat(new Ministry(provinces.quebec().door()).revoke(resident.number()))
                .isEqualTo(offered.size() + allowed.size());
        between.run();
        // Copies of two batches may stand in two lists, which are mirrored one after the other.
        Provinces.until("one revocation at the verifier", () -> !isAccepted(offered.getLast()));
        Provinces.until("the other revocation at the verifier", () -> !isAccepted(allowed.getLast()));
    }

    private List<Holder.Copy> byOffer() {
        Door door = provinces.quebec().door();
        Offered offered = new Ministry(door).offer(resident.number(), Holder.IDENTITY);
        between.run();
        Holder holder = new Holder(door);
        String token = Holder.accessToken(holder.redeem(offered));
        between.run();
        return holder.obtain(token, 3);
    }

    private List<Holder.Copy> byPermission(Person person) {
        Holder holder = new Holder(provinces.quebec().door());
        String request = holder.push().expect(201).json().path("request_uri").asString("");
        between.run();
        String page = person.open(request);
        between.run();
        String code = person.allow(page);
        between.run();
        Answer tokens = holder.exchange(code).expect(200);
        between.run();
        List<Holder.Copy> first = holder.obtain(Holder.accessToken(tokens), 2);
        between.run();
        Answer renewed = holder.refresh(Holder.refreshToken(tokens)).expect(200);
        between.run();
        first.addAll(holder.obtain(Holder.accessToken(renewed), 2));
        return first;
    }

    private boolean isAccepted(Holder.Copy copy) {
        Verifier verifier = new Verifier(provinces.columbia().door());
        Verifier.Question question = verifier.ask();
        between.run();
        Answer taken = verifier.take(question, Verifier.show(question, copy));
        between.run();
        return verifier.isAccepted(question, taken);
    }
}
