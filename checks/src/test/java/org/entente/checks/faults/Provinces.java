package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.entente.database.EmbeddedPostgres;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.people.TestMailbox;
import org.entente.protocols.json.Json;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Québec, which issues, British Columbia, which verifies, and a wallet: each two processes on a database of its own, all
 * databases on one PostgreSQL of their own. Each is started when it is first wanted.
 */
final class Provinces implements AutoCloseable {
    private static final Path HOME = Path.of("target", "faults");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What a load from one address would otherwise meet: the limits of one household. */
    private static final Map<String, String> CROWD = Map.of(
            "entente.signin.limits.codes-per-address-and-hour", "1000000",
            "entente.signin.limits.attempts-per-address-and-hour", "1000000",
            "entente.signin.limits.sessions-per-address-and-hour", "1000000",
            "entente.signin.limits.attempts-per-account-and-hour", "1000",
            "entente.signin.limits.attempts-per-account-and-day", "1000",
            "entente.signin.authorization.pushes-per-network-and-hour", "1000000",
            "entente.registers.matches-per-network-and-hour", "1000000",
            "entente.verification.starts-per-network-and-hour", "1000000");

    private final TestMailbox mailbox = new TestMailbox();
    private final Residents residents = new Residents(HOME);
    private final URI walletOrigin = PairedNode.originOf("wallet");
    private final Deque<PairedNode> started = new ConcurrentLinkedDeque<>();
    private EmbeddedPostgres cluster = EmbeddedPostgres.open(HOME.resolve("postgres"), new SecureRandom());

    private final Supplier<PairedNode> quebec = SingletonSupplier.of(() -> start(
                    PairedNode.originOf("quebec"),
                    Map.of("demo.residents", residents.file().toUri().toString()))
            .awaited());
    private final Supplier<PairedNode> columbia = SingletonSupplier.of(this::startColumbia);
    private final Supplier<PairedNode> wallet =
            SingletonSupplier.of(() -> start(walletOrigin, Map.of()).awaited());

    private PairedNode start(URI origin, Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(CROWD);
        mailbox.settings().forEach((key, value) -> settings.put(key, value.toString()));
        settings.put("demo.wallet", walletOrigin.toString());
        settings.put("entente.signin.authorization.open", "true");
        settings.putAll(more);
        PairedNode node = PairedNode.start(cluster, HOME, origin, settings);
        started.push(node);
        return node;
    }

    /** Its processes start beside those of Québec. */
    private PairedNode startColumbia() {
        PairedNode starting = start(PairedNode.originOf("british-columbia"), Map.of());
        quebec();
        conclude(starting.awaited());
        return starting;
    }

    PairedNode quebec() {
        return quebec.get();
    }

    /** Once first wanted, with the demo's entente with Québec in force. */
    PairedNode columbia() {
        return columbia.get();
    }

    PairedNode wallet() {
        return wallet.get();
    }

    /** The PostgreSQL under all of them ends, as its operator would end it, and starts again. */
    void restartDatabase(Runnable meanwhile) {
        cluster.close();
        meanwhile.run();
        cluster = EmbeddedPostgres.open(HOME.resolve("postgres"), new SecureRandom());
    }

    TestMailbox mailbox() {
        return mailbox;
    }

    Residents residents() {
        return residents;
    }

    /** The PostgreSQL under all of them dies, and is started again. */
    void crashDatabase() {
        ProcessHandle server = ProcessHandle.of(cluster.processId()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
        restartDatabase(() -> {});
    }

    /** Copies for somebody, by pre-authorized code, through a door of Québec. */
    List<Holder.Copy> copies(Door door, Residents.Resident resident, int count) {
        Holder holder = new Holder(door);
        Offered offered = new Ministry(door).offer(resident.number(), Holder.IDENTITY);
        return holder.obtain(Holder.accessToken(holder.redeem(offered)), count);
    }

    /** Waits for something that comes about by itself, whatever breaks meanwhile. */
    static void until(String what, BooleanSupplier so) {
        await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    try {
                        assertThat(so.getAsBoolean()).as(what).isTrue();
                    } catch (Broken | PutOff | Unexpected notYet) {
                        throw new AssertionError(what + ": " + notYet, notYet);
                    }
                });
    }

    private void conclude(PairedNode columbia) {
        PairedNode quebec = quebec();
        Ministry one = new Ministry(quebec.door());
        Ministry other = new Ministry(columbia.door());
        ObjectNode draft = Json.object(Json.write(TestEntentes.draft())
                .replace("https://quebec.example", quebec.origin().toString())
                .replace("https://british-columbia.example", columbia.origin().toString()));
        String path = "/api/ententes/" + draft.path("name").asString("");
        introduce(one, columbia);
        introduce(other, quebec);
        one.post("/api/ententes", draft).expect(201);
        until("the proposal", () -> other.get(path).status() == 200);
        sign(other, path);
        sign(one, path);
        until("a presentation under the entente", () -> isPresentable(one, new Verifier(columbia.door())));
    }

    /** A copy has the pseudonyms of the ententes that were in force when it was issued: a fresh one each time. */
    private boolean isPresentable(Ministry issuer, Verifier verifier) {
        Residents.Resident resident = residents.next();
        try {
            return verifier.accepts(copies(quebec().door(), resident, 1).getFirst());
        } finally {
            issuer.revoke(resident.number());
        }
    }

    /** Agrees to the text on the table, waits for the other, approves step by step, and signs. */
    private static void sign(Ministry ministry, String path) {
        String document =
                ministry.get(path).expect(200).json().at("/talks/document_hash").asString("");
        ObjectNode text = Json.newObject().put("document", document);
        ministry.post(path + "/agreement", text).expect(202);
        until(
                "the agreement",
                () -> ministry.get(path)
                                .expect(200)
                                .json()
                                .at("/talks/agreed_by")
                                .size()
                        == 2);
        JsonNode steps = ministry.get(path).expect(200).json().at("/talks/path");
        Ministry last = ministry;
        for (int step = 1; step <= steps.size(); step++) {
            last = steps.path(step - 1).path("by_another").asBoolean() ? ministry.signatory() : ministry;
            last.post(path + "/approvals", text.deepCopy().put("step", step)).expect(200);
        }
        (last == ministry ? ministry.signatory() : ministry)
                .post(path + "/signature", text)
                .expect(200);
    }

    private static void introduce(Ministry ministry, PairedNode other) {
        ministry.post(
                        "/api/partners",
                        Json.newObject().put("entity", other.origin().toString()))
                .expect(200);
    }

    @Override
    public void close() throws IOException {
        for (PairedNode node : started) {
            node.close();
        }
        mailbox.close();
        cluster.close();
    }
}
