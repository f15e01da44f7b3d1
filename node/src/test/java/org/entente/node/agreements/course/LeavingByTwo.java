package org.entente.node.agreements.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.held;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.agreements.decide.DecideByTwo;
import org.entente.node.agreements.decide.Decided;
import org.entente.node.agreements.decide.Decisions;
import org.entente.node.agreements.decide.FirstWord;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Officers of one government who give notice, and what is on record of it.
 *
 * @param before how many leaves of a type there were
 */
record LeavingByTwo(TestNode node, Map<String, Long> before) {
    LeavingByTwo(TestNode node) {
        this(
                node,
                Stream.of("decision-asked", "decision-confirmed", "decision-taken-back")
                        .collect(Collectors.toMap(Function.identity(), type -> leaves(node, type))));
    }

    /** As when the process ends in the middle: what had been written by then is all that there ever is. */
    void failHalfway() {
        assertThat(withdraw("first")).isInstanceOf(Decided.Asked.class);
        run("alter table agreements.acts add constraint none_more check (id is null) not valid");
        run("create rule no_way_back as on update to agreements.decisions where old.confirmed_at is not null"
                + " do instead nothing");
        assertThatThrownBy(() -> withdraw("second")).isInstanceOf(DataAccessException.class);
        run("drop rule no_way_back on agreements.decisions");
        run("alter table agreements.acts drop constraint none_more");
        assertThat(waiting()).extracting(FirstWord::officer).containsExactly("first");
        assertThat(confirmedBy()).isEmpty();
        assertThat(leaves("decision-confirmed")).isZero();
    }

    /** Takes the word back that waits, which leaves its trace. */
    void takeBack() {
        UUID asked = waiting().getFirst().id();
        assertThat(decideByTwo().takeBack(asked, "third", Instant.now())).isTrue();
        assertThat(decideByTwo().takeBack(asked, "third", Instant.now())).isFalse();
        assertThat(leaves("decision-asked")).isEqualTo(1);
        assertThat(leaves("decision-taken-back")).isEqualTo(1);
    }

    /** Of two who confirm at once, one has done it. */
    void confirmAtOnce() {
        withdraw("first");
        List<CompletableFuture<Decided<ActOutcome>>> both = Stream.of("second", "third")
                .map(officer -> CompletableFuture.supplyAsync(() -> withdraw(officer)))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join))
                .filteredOn(decided -> decided instanceof Decided.Performed<ActOutcome>(ActOutcome.Done ignored))
                .hasSize(1);
        assertThat(confirmedBy()).hasSize(1).isSubsetOf("second", "third");
        assertThat(leaves("decision-confirmed")).isEqualTo(1);
        await().atMost(PATIENCE)
                .until(() ->
                        held(node).chain().owner(node.origin()).orElseThrow().isLeaving());
    }

    private Decided<ActOutcome> withdraw(String officer) {
        return decideByTwo().withdraw(NAME, officer, Instant.now());
    }

    private DecideByTwo decideByTwo() {
        return node.bean(DecideByTwo.class);
    }

    private List<FirstWord> waiting() {
        return node.bean(Decisions.class).waiting(Instant.now());
    }

    private List<String> confirmedBy() {
        return node.bean(JdbcClient.class)
                .sql(
                        "select confirmed_by from agreements.decisions where kind = 'withdraw' and confirmed_by is not null")
                .query((row, number) -> row.getString("confirmed_by"))
                .list();
    }

    private long leaves(String type) {
        return leaves(node, type) - before.getOrDefault(type, 0L);
    }

    private static long leaves(TestNode node, String type) {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from journal.leaves where type = :type")
                .param("type", type)
                .query(Long.class)
                .single();
    }

    private void run(String statement) {
        node.bean(JdbcClient.class).sql(statement).update();
    }
}
