package org.entente.demo;

import tools.jackson.databind.node.ObjectNode;

/** Québec and British Columbia conclude an entente. */
record Concluding(EntenteDesk desk, Narrator narrator) {
    void play() {
        narrator.chapter("Québec and British Columbia sign an entente");
        desk.meet(Place.QUEBEC, Place.BRITISH_COLUMBIA);
        desk.meet(Place.BRITISH_COLUMBIA, Place.QUEBEC);
        narrator.step(
                "the two governments are introduced: each fetches the other's entity configuration and holds to its keys");
        ObjectNode proposed = desk.propose(Place.QUEBEC);
        narrator.step("quebec drafts the entente in French and English and sends british-columbia"
                + " the message entente-move; document " + Short.hash(proposed, "document_hash"));
        Pause.until(() -> desk.holds(Place.BRITISH_COLUMBIA), () -> "the proposal at british-columbia");
        desk.agree(Place.BRITISH_COLUMBIA);
        desk.sign(Place.BRITISH_COLUMBIA);
        narrator.step(
                "british-columbia agrees, approves it by its own authority, signs, and sends quebec its signature");
        desk.sign(Place.QUEBEC);
        narrator.step("quebec approves, signs, and as depositary orders the first transition: in force");
        Pause.until(
                () -> desk.isInForce(Place.QUEBEC) && desk.isInForce(Place.BRITISH_COLUMBIA),
                () -> "the entente to be in force on both nodes");
        agree();
    }

    private void agree() {
        ObjectNode one = desk.show(Place.QUEBEC);
        ObjectNode other = desk.show(Place.BRITISH_COLUMBIA);
        for (String name : new String[] {"document_hash", "head"}) {
            if (!one.path(name).equals(other.path(name))) {
                throw new DemoFailed("the nodes hold different states of the entente");
            }
        }
        narrator.step("in force on both nodes with the same document " + Short.hash(one, "document_hash")
                + " and the same state " + Short.hash(one, "head"));
    }
}
