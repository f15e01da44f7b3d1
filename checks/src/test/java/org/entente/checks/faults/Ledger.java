package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.entente.protocols.statuslist.StatusList;
import org.entente.protocols.statuslist.StatusListToken;
import org.entente.protocols.statuslist.StatusReference;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.MerkleProof;
import org.entente.protocols.tlog.SignedNote;
import tools.jackson.databind.node.ObjectNode;

/** Holds what the nodes kept against what they had said to those at {@link Work}. */
record Ledger(Provinces provinces, Work work) {
    /** A code that was answered with a token is spent; one whose answer was lost gives at most one token. */
    void noCodeIsUsedTwice() {
        Holder holder = new Holder(provinces.quebec().door());
        for (Work.Issued one : work.issued()) {
            if (!one.redeemed().get()) {
                assertThat(holder.redeem(one.offered()).status()).isIn(200, 400);
            }
            assertThat(holder.redeem(one.offered()).error()).isEqualTo("invalid_grant");
        }
    }

    /** Nonces, proofs of possession, pushed requests and authorization codes of all requests that were answered. */
    void nothingSpentIsTakenAgain() {
        Holder holder = new Holder(provinces.quebec().door());
        Offered offered = new Ministry(provinces.quebec().door())
                .offer(provinces.residents().next().number(), Holder.IDENTITY);
        work.spent().allIsRefused(holder, Holder.accessToken(holder.redeem(offered)));
    }

    void everyFamilyIsWhole() {
        Provinces.until(
                "places for all leaves", () -> provinces.quebec().number("select count(*) from journal.waiting") == 0);
        assertThat(provinces.quebec().number("""
                        select count(*) from issuance.families f join journal.places p using (leaf)
                        where p.position >= %d
                          and %d <> (select count(*) from issuance.status_entries e
                                     where e.organisation = f.organisation and e.handle = f.handle)
                        """.formatted(work.firstLeaf(), Work.COPIES)))
                .as("families without all their copies")
                .isZero();
        assertThat(provinces.quebec().number("""
                        select count(*) from issuance.families f
                        where not exists (select from journal.places p where p.leaf = f.leaf)
                        """))
                .as("families without their leaf")
                .isZero();
        assertThat(provinces.quebec().number("""
                        select count(*) from issuance.status_entries e
                        where not exists (select from issuance.families f
                                          where e.organisation = f.organisation and e.handle = f.handle)
                        """))
                .as("indices without a family")
                .isZero();
        assertThat(provinces.quebec().number("""
                        select count(*) from issuance.families f join journal.places p using (leaf)
                        where p.position >= %d
                        """.formatted(work.firstLeaf())))
                .as("families against batches that were answered, and those whose answer was lost")
                .isBetween(
                        work.issued().stream()
                                .filter(one -> !one.copies().isEmpty())
                                .count(),
                        (long) work.issued().size());
    }

    /**
     * An offer whose batch was answered bought that one; one whose answer was lost, one or none. Ends what everybody has,
     * as a revocation says how many copies that were.
     */
    void everyOfferBoughtOneBatchAtMost() {
        Ministry ministry = new Ministry(provinces.quebec().door());
        work.issued().stream()
                .collect(Collectors.groupingBy(Work.Issued::resident))
                .forEach((resident, offers) -> {
                    int copies = ministry.revoke(resident.number());
                    if (offers.stream().noneMatch(one -> one.mayBeRevoked().get())) {
                        int answered = (int) offers.stream()
                                .filter(one -> !one.copies().isEmpty())
                                .count();
                        assertThat(copies)
                                .as("copies of one person")
                                .isBetween(answered * Work.COPIES, offers.size() * Work.COPIES);
                    }
                });
    }

    /** Every copy that was answered has its index, which no other has; and the lists say of each what was answered. */
    void everyCopyHasItsStatus() {
        Map<StatusReference, Work.Issued> copies = new ConcurrentHashMap<>();
        for (Work.Issued one : work.issued()) {
            for (Holder.Copy copy : one.copies()) {
                ObjectNode claims = (ObjectNode) copy.credential().claims();
                StatusReference reference =
                        StatusReference.parse(claims.path("status")).orElseThrow();
                assertThat(copies.put(reference, one))
                        .as("a copy with the same index")
                        .isNull();
            }
        }
        Map<URI, StatusList> lists = new TreeMap<>();
        copies.keySet().forEach(copy -> lists.computeIfAbsent(copy.uri(), this::published));
        List<Work.Issued> revoked = work.revoked();
        copies.forEach((copy, one) -> {
            int status = Objects.requireNonNull(lists.get(copy.uri())).get(copy.index());
            if (revoked.contains(one)) {
                assertThat(status).isEqualTo(StatusList.INVALID);
            } else if (!one.mayBeRevoked().get()) {
                assertThat(status).isEqualTo(StatusList.VALID);
            }
        });
    }

    /** What was revoked is refused at the verifier, whose mirror follows by itself; what was not is accepted. */
    void theVerifierFollows() {
        Verifier verifier = new Verifier(provinces.columbia().door());
        List<Work.Issued> revoked = work.revoked();
        assertThat(revoked).isNotEmpty();
        Holder.Copy last = copy(revoked.getLast(), 1);
        Provinces.until("the last revocation at the verifier", () -> !verifier.isAccepted(last));
        Work.Issued standing = work.issued().stream()
                .filter(one -> one.copies().size() == Work.COPIES
                        && !one.mayBeRevoked().get())
                .findFirst()
                .orElseThrow();
        assertThat(verifier.isAccepted(copy(standing, 1))).isTrue();
    }

    /** What a verifier said it took, it has, once, and takes no more. */
    void everyAnswerWasTakenOnce() {
        Verifier verifier = new Verifier(provinces.columbia().door());
        for (Work.Shown one : work.shown()) {
            assertThat(verifier.state(one.question())).isIn("accepted", "collected");
            assertThat(verifier.take(one.question(), one.form()).status()).isEqualTo(400);
        }
        assertThat(provinces.columbia().number("select count(*) from verification.proofs where state = 'accepted'"))
                .isGreaterThanOrEqualTo(work.shown().size());
        assertThat(provinces.columbia().number("""
                        select (select count(*) from journal.leaves where type = 'presentation-accepted')
                            - (select count(*) from verification.proofs where state = 'accepted')
                        """))
                .as("leaves beyond one for each presentation that was accepted")
                .isZero();
    }

    /** The latest checkpoint of a node, once there is one. */
    static String checkpoint(PairedNode node) {
        return node.door().get("/journal/checkpoint").expect(200).text();
    }

    /** All leaves have a place, in one tree without gaps, of which every earlier checkpoint was a beginning. */
    static void theJournalVerifies(PairedNode node, List<String> earlier) {
        // In one statement: the node goes on by itself, and a leaf may come between two.
        Provinces.until(
                "a place for each leaf",
                () -> node.number("select count(*) - (select count(*) from journal.leaves) from journal.places") == 0);
        assertThat(node.number("select max(position) + 1 - count(*) from journal.places"))
                .isZero();
        for (String note : earlier) {
            Checkpoint older = Checkpoint.parse(SignedNote.parse(note).text());
            ObjectNode proof = new Ministry(node.door())
                    .get("/api/journal/consistency?size=" + older.size())
                    .expect(200)
                    .json();
            Checkpoint latest = Checkpoint.parse(
                    SignedNote.parse(proof.path("checkpoint").asString("")).text());
            List<Hash> path = new ArrayList<>();
            proof.path("path")
                    .forEach(hash -> path.add(Hash.of(Base64.getDecoder().decode(hash.asString("")))));
            assertThat(MerkleProof.isBeginning(older.size(), older.root(), latest.size(), latest.root(), path))
                    .isTrue();
        }
        Checkpoint last = Checkpoint.parse(SignedNote.parse(checkpoint(node)).text());
        assertThat(JournalLeaves.of(node, last.size()).root()).isEqualTo(last.root());
    }

    private StatusList published(URI address) {
        String token =
                provinces.quebec().door().get(address.getRawPath()).expect(200).text();
        return StatusList.parse(StatusListToken.parse(token).claims().path("status_list"));
    }

    private static Holder.Copy copy(Work.Issued one, int which) {
        return one.copies().stream().skip(which).findFirst().orElseThrow();
    }
}
