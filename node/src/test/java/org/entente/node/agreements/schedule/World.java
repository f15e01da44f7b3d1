package org.entente.node.agreements.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Entente;
import tools.jackson.databind.node.ObjectNode;

/** Three governments and a network that loses, repeats and shuffles, the same each time for a seed. */
final class World {
    final Random random;
    final List<Desk> desks = new ArrayList<>();
    private final List<Parcel> underway = new ArrayList<>();
    private final int lossPercent;
    private Optional<Desk> away = Optional.empty();
    private Instant now = TestEntentes.NOW;

    private record Parcel(Desk from, Desk to, Sent sent) {}

    World(long seed) {
        random = new Random(seed);
        lossPercent = random.nextInt(4) * 20;
        for (TestGovernment one :
                List.of(TestGovernment.QUEBEC, TestGovernment.BRITISH_COLUMBIA, TestGovernment.NUNAVUT)) {
            desks.add(new Desk(one, now, this::send));
        }
    }

    Desk quebec() {
        return desks.get(0);
    }

    Desk columbia() {
        return desks.get(1);
    }

    Desk nunavut() {
        return desks.get(2);
    }

    Desk anyone() {
        Desk drawn = desks.get(random.nextInt(desks.size()));
        return isAway(drawn) ? columbia() : drawn;
    }

    private boolean isAway(Desk desk) {
        return away.filter(desk::equals).isPresent();
    }

    /** Another government, which reads what one of them publishes. */
    Desk join(TestGovernment newcomer, Desk from) {
        Desk desk = new Desk(newcomer, now, this::send);
        desks.add(desk);
        desk.readRecord(from);
        return desk;
    }

    /** From now on nothing reaches it, and nothing comes from it, until {@link #back}. */
    void leaves(Desk desk) {
        deliver();
        away = Optional.of(desk);
    }

    void back() {
        away = Optional.empty();
    }

    /** All that is under way arrives, as what nodes keep sending until it does. */
    void deliver() {
        while (!underway.isEmpty()) {
            tick();
            Parcel parcel = underway.removeFirst();
            parcel.to().receive(parcel.from(), parcel.sent());
        }
    }

    void wait(Duration time) {
        now = now.plus(time);
        tick();
    }

    private void send(Desk from, Sent sent) {
        desks.stream().filter(to -> to != from).forEach(to -> send(from, to, sent));
    }

    void send(Desk from, Desk to, Sent sent) {
        if (!isAway(from) && !isAway(to)) {
            underway.add(new Parcel(from, to, sent));
        }
    }

    /** Lets some of what is under way arrive: any of it, some of it twice, some of it never. */
    void pass(int parcels) {
        for (int i = 0; i < parcels && !underway.isEmpty(); i++) {
            tick();
            Parcel parcel = underway.remove(random.nextInt(underway.size()));
            if (random.nextInt(100) < lossPercent) {
                continue;
            }
            parcel.to().receive(parcel.from(), parcel.sent());
            if (random.nextInt(4) == 0) {
                underway.add(parcel);
            }
        }
    }

    private void tick() {
        now = now.plus(Duration.ofSeconds(1));
        desks.forEach(desk -> desk.now = now);
    }

    /** Loses what a government was sent, as when its node was down for longer than messages live. */
    void lose(Desk to) {
        underway.removeIf(parcel -> parcel.to() == to);
    }

    /** Everybody can be reached again, and compares with everybody until nobody learns anything more. */
    void mend() {
        underway.clear();
        String before;
        do {
            before = picture();
            for (Desk one : desks) {
                for (Desk other : desks) {
                    if (one != other && !isAway(one) && !isAway(other)) {
                        tick();
                        one.showTable(other);
                        one.readRecord(other);
                    }
                }
            }
            while (!underway.isEmpty()) {
                Parcel parcel = underway.removeFirst();
                parcel.to().receive(parcel.from(), parcel.sent());
            }
        } while (!picture().equals(before));
    }

    private String picture() {
        StringBuilder picture = new StringBuilder();
        desks.forEach(
                desk -> picture.append(desk.standing()).append(desk.pace()).append('\n'));
        return picture.toString();
    }

    /** A text between the three, of the next version when one is in force. */
    Entente text(Desk by, Consumer<ObjectNode> change) {
        Entente text = TestEntentes.entente(draft -> {
            TestEntentes.withThirdParty(draft);
            change.accept(draft);
        });
        if (by.state.isEmpty()) {
            return text;
        }
        Entente inForce = by.state.get().entente();
        ObjectNode json = text.json().put("version", inForce.version() + 1).put("supersedes", inForce.hash());
        return Entente.parse(json);
    }

    Set<String> standings(Set<Desk> of) {
        return of.stream().map(Desk::standing).collect(java.util.stream.Collectors.toSet());
    }

    static Consumer<ObjectNode> noticeOf(int number) {
        return draft -> draft.putObject("notice")
                .put("fr", "Proposition numéro " + number)
                .put("en", "Proposal number " + number);
    }
}
