package org.entente.node.fuzz;

import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Draft;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.PartyReader;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.agreements.offline.WrittenQuestion;
import org.entente.protocols.Base64Url;
import org.entente.protocols.fuzz.Parser;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.GeneralJws;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The readers of what governments sign with each other: drafts, ententes, moves, acts, transitions, records. */
final class AgreementParsers {
    private static final int SLOW = 10;
    private static final Entente ENTENTE = TestEntentes.entente();
    private static final EntenteState STATE = TestEntentes.inForce();
    private static final Transition ENTRY =
            TestEntentes.entryIntoForce(ENTENTE, QUEBEC, TestGovernment.BRITISH_COLUMBIA);
    private static final SignedAct SUSPENSION =
            TestEntentes.act(QUEBEC, "act-0001", STATE, TestEntentes.suspend(TestEntentes.wholeOf(QUEBEC)));
    private static final SignedAct ACCESSION =
            TestEntentes.act(ONTARIO, "act-0002", STATE, TestEntentes.accession(ONTARIO));
    private static final Move PROPOSAL =
            Move.sign(QUEBEC, ENTENTE, "CA-QC", TestEntentes.NOW, new Move.Step.Propose(ENTENTE.hash(), 1, ""));

    private AgreementParsers() {}

    static List<Parser> all() {
        ObjectNode document = Json.object(ENTENTE.canonical());
        return List.of(
                slow(Parser.ofObject(
                        "entente", json -> Json.object(Entente.parse(json).canonical()), document)),
                slow(Parser.ofObject("entente-draft", AgreementParsers::drafted, TestEntentes.draft())),
                Parser.ofJson(
                        "entente-party",
                        json -> nothing(PartyReader.parse(json)),
                        document.path("parties").path(0)),
                Parser.ofText("entente-act", text -> SignedAct.parse(text).jws(), SUSPENSION.jws(), ACCESSION.jws()),
                signed("entente-act-claims", SignedAct.TYPE, SignedAct::parse, SUSPENSION.jws(), ACCESSION.jws()),
                Parser.ofText(
                        "entente-transition", text -> Transition.parse(text).jws(), ENTRY.jws()),
                signed(
                        "entente-transition-claims",
                        Transition.TYPE,
                        Transition::parse,
                        ENTRY.jws(),
                        TestEntentes.ordered(STATE, SUSPENSION).jws()),
                Parser.ofText("entente-move", text -> Move.parse(text).jws(), PROPOSAL.jws()),
                signed("entente-move-claims", Move.TYPE, Move::parse, PROPOSAL.jws()),
                slow(Parser.ofObject("entente-record", AgreementParsers::replayed, record())),
                slow(Parser.ofObject("entente-record-text", json -> replayed(record(json)), document)),
                Parser.ofObject("written-question", json -> nothing(WrittenQuestion.parse(json)), question()),
                Parser.ofText("typed-claims", text -> nothing(WrittenQuestion.claims(text)), "name, address.locality"),
                Parser.ofObject(
                        "entente-record-page", json -> nothing(PublicRecord.parsePage(Json.bytes(json))), page()));
    }

    private static Parser slow(Parser parser) {
        return new Parser(parser.name(), parser.samples(), SLOW, parser.read());
    }

    private static Parser signed(String name, String type, Function<String, Object> read, String... samples) {
        ObjectNode[] claims = List.of(samples).stream()
                .map(sample -> CompactJws.parse(sample).claims())
                .toArray(ObjectNode[]::new);
        return Parser.ofObject(name, json -> nothing(read.apply(CompactJws.sign(QUEBEC, type, json))), claims)
                .withSignatures();
    }

    private static Object drafted(ObjectNode draft) {
        return nothing(Draft.complete(
                draft,
                QUEBEC.entity(),
                Map.of(
                        QUEBEC.entity(), QUEBEC.facts(),
                        TestGovernment.BRITISH_COLUMBIA.entity(), TestGovernment.BRITISH_COLUMBIA.facts())));
    }

    /** What was read is replayed too: any record that can be read holds, or is said not to. */
    private static Object replayed(ObjectNode json) {
        PublicRecord record = PublicRecord.parse(Json.bytes(json));
        return nothing(record.replay(List.of(ENTRY, TestEntentes.ordered(STATE, SUSPENSION)), TestEntentes.NOW));
    }

    private static ObjectNode record() {
        return record(Json.object(ENTENTE.canonical()));
    }

    private static ObjectNode record(ObjectNode document) {
        ObjectNode json = GeneralJws.sign(Json.canonical(document), "entente+jws", List.of(QUEBEC));
        json.putArray("earlier").add(Base64Url.encode(ENTENTE.canonical()));
        return json.put("number", 1).put("last", ENTRY.jws()).put("astray", false);
    }

    private static ObjectNode question() {
        return Json.object("""
                {"verifier": "CA-BC/citizen-services", "purpose": "arrival", "credential_type": "urn:x:1",
                 "issuer": "https://quebec.example/o/etat-civil", "claims": [["name"], ["address", "locality"]]}""");
    }

    private static ObjectNode page() {
        ObjectNode json = Json.newObject();
        json.putArray("transitions").add(ENTRY.jws());
        return json;
    }

    private static Object nothing(Object read) {
        java.util.Objects.requireNonNull(read);
        return "";
    }
}
