package org.entente.checks.bench;

import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Issuance by whole flows, each bringing a batch of one or more copies. */
final class IssuanceLoad implements Load {
    private final OfferSource source;
    private final int batch;
    private final Issuer issuer;
    private final Queue<PreparedOffer> offers = new ConcurrentLinkedQueue<>();

    /** A node of ours, which knows wallets by no name. */
    IssuanceLoad(URI issuer, OfferSource source, int batch) {
        this(new Issuer(IssuerAddresses.discover(issuer), "", true), source, batch);
    }

    IssuanceLoad(Peer peer, int batch) {
        this(
                new Issuer(IssuerAddresses.discover(peer.issuer()), peer.clientId(), peer.possession()),
                new OfferFile(peer.offers()),
                batch);
    }

    private IssuanceLoad(Issuer issuer, OfferSource source, int batch) {
        this.issuer = issuer;
        this.source = source;
        this.batch = batch;
    }

    @Override
    public List<String> exchanges() {
        return Issuance.EXCHANGES;
    }

    @Override
    public int credentials() {
        return batch;
    }

    @Override
    public void prepare(int flows) {
        offers.addAll(source.offers(flows));
    }

    @Override
    public Flow worker() {
        return worker((credentials, keys) -> {});
    }

    Flow worker(Issuance.Received received) {
        List<BenchKey> keys = Stream.generate(BenchKey::make).limit(batch).toList();
        return new Issuance(issuer, offers, keys, received);
    }
}
