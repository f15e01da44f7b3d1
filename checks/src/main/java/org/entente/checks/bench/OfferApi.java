package org.entente.checks.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.CredentialOffer;
import tools.jackson.databind.node.ObjectNode;

/** Offers that a node of ours makes through its API, for one record of its register after another. */
record OfferApi(GovernmentNode node, List<String> records, String configuration) implements OfferSource {
    private static final int CONNECTIONS = 8;
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Override
    public List<PreparedOffer> offers(int count) {
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<List<PreparedOffer>>> parts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int share = count / CONNECTIONS + (i < count % CONNECTIONS ? 1 : 0);
                parts.add(threads.submit(() -> make(share)));
            }
            List<PreparedOffer> offers = new ArrayList<>(count);
            for (Future<List<PreparedOffer>> part : parts) {
                offers.addAll(part.get());
            }
            return offers;
        } catch (ExecutionException e) {
            throw new BenchFailed("offers could not be made: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        }
    }

    private List<PreparedOffer> make(int count) {
        List<PreparedOffer> offers = new ArrayList<>(count);
        try (ApiClient api = node.api()) {
            for (int i = 0; i < count; i++) {
                offers.add(make(api));
            }
        }
        return offers;
    }

    private PreparedOffer make(ApiClient api) {
        ObjectNode wanted = Json.newObject().put("record", records.get(NEXT.getAndIncrement() % records.size()));
        wanted.putArray("configurations").add(configuration);
        ObjectNode made = api.post("/api/offers", "issuance.offer", wanted, 201);
        return PreparedOffer.of(
                CredentialOffer.parse((ObjectNode) made.path("credential_offer")),
                made.path("transaction_code").asString(""));
    }
}
