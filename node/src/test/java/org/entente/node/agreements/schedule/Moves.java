package org.entente.node.agreements.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Suspension;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Transition;

/** Everything that governments do to an entente in force, in an order and by whom the seed says. */
final class Moves {
    private final World world;

    /** What a government may do. */
    enum Kind {
        OWN,
        ANOTHERS,
        JOIN,
        WITHDRAW,
        ROLL_OVER,
        ENTRUST
    }

    Moves(World world) {
        this.world = world;
    }

    /** Some of it, by anybody, while messages go astray. */
    void some(int rounds) {
        for (int i = 0; i < rounds; i++) {
            List<Kind> kinds = new ArrayList<>(
                    List.of(Kind.OWN, Kind.OWN, Kind.ANOTHERS, Kind.JOIN, Kind.JOIN, Kind.WITHDRAW, Kind.ROLL_OVER));
            Collections.shuffle(kinds, world.random);
            Desk someone = world.anyone();
            if (isBound(someone)) {
                make(kinds.getFirst(), someone);
            }
            world.pass(world.random.nextInt(8));
        }
    }

    /** What has not come about by chance, so that each life has all of it. */
    void rest() {
        world.desks.forEach(Desk::repeat);
        world.deliver();
        if (!done(world.quebec()).contains(Kind.OWN)) {
            own(world.quebec());
        }
        make(Kind.JOIN, world.quebec());
        for (Desk desk : List.copyOf(world.desks)) {
            world.deliver();
            make(Kind.JOIN, desk);
        }
        world.deliver();
        if (!done(world.quebec()).contains(Kind.ANOTHERS)) {
            Target target = acceptanceOf(world.columbia());
            world.quebec().act(ActJson.suspend(target, Act.Cause.DISAGREEMENT));
            world.nunavut().act(ActJson.suspend(target, Act.Cause.DISAGREEMENT));
            world.deliver();
        }
        make(Kind.WITHDRAW, world.nunavut());
        world.deliver();
        world.columbia().rollOver();
        world.deliver();
    }

    /** The depositary is away, and the others entrust British Columbia. */
    void entrust() {
        world.leaves(world.quebec());
        String head = world.columbia().state.orElseThrow().head();
        world.desks.stream()
                .filter(desk -> desk != world.quebec())
                .forEach(desk -> desk.act(ActJson.entrust(world.columbia().us.key(), head)));
        world.deliver();
    }

    /** Until the notice of whoever gave it has run. */
    void untilTheNoticeHasRun() {
        world.wait(Duration.ofDays(181));
    }

    /** What has been ordered, by one who holds it. */
    static Set<Kind> done(Desk desk) {
        return desk.transitions.stream()
                .map(Transition::acts)
                .filter(acts -> !acts.isEmpty())
                .flatMap(acts -> kinds(acts).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }

    private static Set<Kind> kinds(List<SignedAct> acts) {
        return switch (acts.getFirst().act()) {
            case Act.Suspend ignored -> Set.of(acts.size() > 1 ? Kind.ANOTHERS : Kind.OWN);
            case Act.Accede ignored -> Set.of(Kind.JOIN);
            case Act.Withdraw() -> Set.of(Kind.WITHDRAW);
            case Act.RollOver ignored -> Set.of(Kind.ROLL_OVER);
            case Act.Entrust ignored -> Set.of(Kind.ENTRUST);
            case Act.Lift ignored -> Set.of();
            case Act.Approve ignored -> Set.of();
        };
    }

    private void make(Kind kind, Desk desk) {
        switch (kind) {
            case OWN -> own(desk);
            case ANOTHERS -> anothers(desk);
            case JOIN -> join(desk);
            case WITHDRAW -> withdraw(desk);
            case ROLL_OVER -> desk.rollOver();
            case ENTRUST -> throw new IllegalArgumentException("several do so together");
        }
    }

    /** Stops something of its own part, or lifts what it stopped. */
    static void own(Desk desk) {
        desk.state.orElseThrow().suspensions().values().stream()
                .filter(suspension -> suspension.by().equals(Set.of(desk.us.key())))
                .findFirst()
                .ifPresentOrElse(
                        suspension -> desk.act(ActJson.lift(suspension.id())),
                        () -> desk.act(ActJson.suspend(
                                new Target(
                                        desk.us.key(),
                                        Target.Direction.ISSUANCE,
                                        Set.of(),
                                        Set.of(TestEntentes.IDENTITY)),
                                Act.Cause.MAINTENANCE)));
    }

    /** Lifts what several stopped of another, joins what one asks against a third, or asks for something itself. */
    private void anothers(Desk desk) {
        EntenteState state = desk.state.orElseThrow();
        List<Suspension> stopped = state.suspensions().values().stream()
                .filter(suspension ->
                        !suspension.isOwn() && !suspension.target().party().equals(desk.us.key()))
                .toList();
        if (!stopped.isEmpty()) {
            desk.act(ActJson.lift(stopped.getFirst().id()));
            return;
        }
        Target asked = desk.pending.stream()
                .filter(act -> !act.party().equals(desk.us.key()))
                .flatMap(act -> act.act() instanceof Act.Suspend(Target target, Act.Cause ignored)
                        ? java.util.stream.Stream.of(target)
                        : java.util.stream.Stream.empty())
                .filter(target -> !target.party().equals(desk.us.key()) && isAcceptance(target))
                .findFirst()
                .orElseGet(() -> acceptanceOf(desk == world.columbia() ? world.nunavut() : world.columbia()));
        desk.act(ActJson.suspend(asked, Act.Cause.DISAGREEMENT));
    }

    private static Target acceptanceOf(Desk desk) {
        return new Target(desk.us.key(), Target.Direction.ACCEPTANCE, Set.of(), Set.of(TestEntentes.IDENTITY));
    }

    private static boolean isAcceptance(Target target) {
        return target.direction() == Target.Direction.ACCEPTANCE;
    }

    /** Ontario asks to join; whoever has heard of it approves. */
    private void join(Desk desk) {
        String ontario = TestGovernment.ONTARIO.key();
        if (world.desks.stream().noneMatch(one -> one.us.key().equals(ontario))) {
            world.join(TestGovernment.ONTARIO, desk).act(TestEntentes.accession(TestGovernment.ONTARIO));
            return;
        }
        desk.pending.stream()
                .filter(act -> act.act() instanceof Act.Accede && !desk.us.key().equals(ontario))
                .filter(accession -> desk.pending.stream()
                        .noneMatch(act -> act.party().equals(desk.us.key())
                                && act.act().equals(new Act.Approve(accession.hash()))))
                .findFirst()
                .ifPresent(accession -> desk.act(ActJson.approve(accession.hash())));
    }

    /** Only Nunavut leaves, so that somebody is left to go on. */
    private void withdraw(Desk desk) {
        if (desk == world.nunavut() && !member(desk).isLeaving()) {
            desk.act(ActJson.withdraw());
        }
    }

    static boolean isBound(Desk desk) {
        return desk.state
                .flatMap(state -> state.member(desk.us.key()))
                .filter(member -> member.isBoundAt(desk.now))
                .isPresent();
    }

    private static Member member(Desk desk) {
        return desk.state.flatMap(state -> state.member(desk.us.key())).orElseThrow();
    }
}
