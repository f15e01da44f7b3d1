package org.entente.protocols.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A tree of which only the largest subtrees are kept. */
class GrowingTreeTests {
    private static final int SIZE = 70;

    @Test
    void passes_the_root_of_every_size() {
        TestTree tree = TestTree.ofNumbers(SIZE);
        GrowingTree growing = new GrowingTree();

        for (int size = 0; size < SIZE; size++) {
            assertThat(growing.root()).isEqualTo(tree.root(size));
            growing.append(tree.leaf(size));
            assertThat(growing.size()).isEqualTo(size + 1L);
        }
        assertThat(growing.root()).isEqualTo(tree.root(SIZE));
    }

    @Test
    void goes_on_from_the_largest_subtrees_of_any_size() {
        TestTree tree = TestTree.ofNumbers(SIZE);

        for (int size = 0; size < SIZE; size++) {
            GrowingTree growing = new GrowingTree(size, MerkleTree.largestSubtrees(size, tree));
            assertThat(growing.root()).isEqualTo(tree.root(size));
            for (int next = size; next < SIZE; next++) {
                growing.append(tree.leaf(next));
            }
            assertThat(growing.root()).as("from %d", size).isEqualTo(tree.root(SIZE));
        }
    }

    @Test
    void takes_no_other_number_of_subtrees_than_the_size_has() {
        assertThatThrownBy(() -> new GrowingTree(3, List.of(Hash.ofEmptyTree())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GrowingTree(-1, List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
