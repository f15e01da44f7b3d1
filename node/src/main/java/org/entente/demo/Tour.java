package org.entente.demo;

import java.net.URI;

/** The main job, chapter by chapter. */
final class Tour {
    private static final Obtaining.Letter AT_QUEBEC = new Obtaining.Letter("TADM 9004 1201", "1990-04-12", "R4KM-7XQD");
    private static final Obtaining.Letter AT_ONTARIO = new Obtaining.Letter("ON-5513-274", "1994-02-17", "C7WK-6DXN");

    private final Nodes nodes;
    private final Mailbox mailbox;
    private final Narrator narrator;

    Tour(Nodes nodes, Mailbox mailbox, Narrator narrator) {
        this.nodes = nodes;
        this.mailbox = mailbox;
        this.narrator = narrator;
    }

    /** Plays it; gives the address of the proof path of the last ruling that permitted. */
    URI play() {
        EntenteDesk desk = new EntenteDesk(nodes);
        Opening opening = new Opening(nodes, narrator);
        Obtaining obtaining = new Obtaining(nodes, narrator);
        Presenting presenting = new Presenting(nodes, Place.BRITISH_COLUMBIA, narrator);
        MirroredLists lists = new MirroredLists(nodes, Place.BRITISH_COLUMBIA);
        Resident first = new Resident(mailbox, "premiere@residents.example");
        opening.play();
        new Concluding(desk, narrator).play();
        narrator.chapter("A resident of Québec obtains a proof of identity");
        obtaining.play(first, Place.QUEBEC, AT_QUEBEC);
        narrator.chapter("British Columbia's service accepts it");
        lists.await(Place.QUEBEC, "etat-civil");
        presenting.accepted(first);
        new Refusing(nodes, desk, presenting, narrator).play(first, obtaining);
        Acceding acceding = new Acceding(nodes, desk, opening, narrator);
        acceding.play();
        Resident newcomer = new Resident(mailbox, "deuxieme@residents.example");
        obtaining.play(newcomer, Place.ONTARIO, AT_ONTARIO);
        lists.await(Place.ONTARIO, "registrar-general");
        URI proofPath = presenting.accepted(newcomer);
        Presenting atPerce = new Presenting(nodes, Place.QUEBEC, narrator);
        new Hosting(nodes, narrator).play();
        atPerce.refusal("perce, before the parties let it accept", "purpose", atPerce.begin(newcomer));
        new Amending(nodes, desk, narrator).play();
        obtaining.play(newcomer, Place.ONTARIO, AT_ONTARIO, "residence");
        new MirroredLists(nodes, Place.QUEBEC).await(Place.ONTARIO, "registrar-general");
        atPerce.accepted(newcomer);
        acceding.playOthers();
        new Crossed(nodes, narrator).play();
        return proofPath;
    }
}
