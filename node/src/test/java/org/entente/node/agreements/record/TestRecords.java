package org.entente.node.agreements.record;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestParties;
import org.entente.node.agreements.course.PublishRecord;
import org.entente.node.agreements.course.TakeTransition;
import org.entente.node.agreements.held.CommonGround;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.frontier.FetchOutcome;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.frontier.MirroredVersion;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.transaction.support.TransactionOperations;

/** Lets a node read at once what the other parties publish, as its jobs do every few seconds. */
public final class TestRecords {
    private TestRecords() {}

    public static void read(TestNode node, String name, Instant now) {
        Mirror mirror = node.bean(Mirror.class);
        PartyRecords.of(TestParties.held(node, name), node.origin())
                .keySet()
                .forEach(address -> mirror.fetch(address, now));
        node.bean(CatchUp.class).catchUp(now);
    }

    /** Why a node refuses what every other party shows: this record, and this page whichever is asked for. */
    public static List<String> refused(TestNode node, String name, String record, String page) {
        List<String> refused = new ArrayList<>();
        Instant now = Instant.now();
        Mirror shown = new Shown(record, page, refused);
        ReadRecord readRecord = new ReadRecord(shown);
        new CatchUp(
                        node.bean(Holdings.class),
                        shown,
                        readRecord,
                        new ReadBranch(readRecord),
                        node.bean(Ledger.class),
                        node.bean(Ententes.class),
                        node.bean(CommonGround.class),
                        node.bean(TakeTransition.class),
                        node.bean(PublishRecord.class),
                        node.bean(NodeIdentity.class),
                        node.bean(TransactionOperations.class))
                .catchUp(now);
        return refused;
    }

    private record Shown(String record, String page, List<String> refused) implements Mirror {
        @Override
        public Optional<MirroredDocument> document(URI address) {
            return Optional.of(copy(address, record));
        }

        @Override
        public Optional<MirroredVersion> version(URI address) {
            return Optional.empty();
        }

        @Override
        public FetchOutcome fetch(URI address, Instant now) {
            return new FetchOutcome.Fetched(copy(address, page));
        }

        @Override
        public void refuse(URI address, String reason, Instant now) {
            refused.add(reason);
        }

        private static MirroredDocument copy(URI address, String body) {
            return new MirroredDocument(
                    address, "application/json", body.getBytes(StandardCharsets.UTF_8), Instant.now());
        }
    }
}
