package org.entente.protocols.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tree and its proofs. The vectors are those of Certificate Transparency's reference implementation. */
class MerkleTreeTests {
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    private static final int SIZE = 70;

    @Test
    void has_the_roots_of_the_reference_implementation() {
        TestTree tree = TestTree.ofHex(LEAVES);

        for (int size = 0; size <= LEAVES.size(); size++) {
            assertThat(HexFormat.of().formatHex(tree.root(size).bytes())).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void has_the_root_that_the_definition_gives_at_every_size() {
        TestTree tree = TestTree.ofNumbers(SIZE);

        for (int size = 0; size <= SIZE; size++) {
            assertThat(tree.root(size)).isEqualTo(tree.rootByDefinition(size));
        }
    }

    @Test
    void proves_each_leaf_of_each_tree() {
        TestTree tree = TestTree.ofNumbers(SIZE);

        for (int size = 1; size <= SIZE; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> path = MerkleTree.inclusion(index, size, tree);
                assertThat(MerkleProof.includes(tree.leaf(index), index, size, path, tree.root(size)))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void proves_no_leaf_at_another_index_size_or_root() {
        TestTree tree = TestTree.ofNumbers(SIZE);
        List<Hash> path = MerkleTree.inclusion(5, 13, tree);
        Hash leaf = tree.leaf(5);
        Hash root = tree.root(13);

        assertThat(MerkleProof.includes(leaf, 4, 13, path, root)).isFalse();
        assertThat(MerkleProof.includes(leaf, 5, 40, path, root)).isFalse();
        assertThat(MerkleProof.includes(leaf, 5, 13, path, tree.root(12))).isFalse();
        assertThat(MerkleProof.includes(tree.leaf(6), 5, 13, path, root)).isFalse();
        assertThat(MerkleProof.includes(leaf, -1, 13, path, root)).isFalse();
        assertThat(MerkleProof.includes(leaf, 13, 13, path, root)).isFalse();
    }

    @Test
    void proves_nothing_with_a_path_that_is_shorter_longer_or_altered() {
        TestTree tree = TestTree.ofNumbers(SIZE);
        List<Hash> path = MerkleTree.inclusion(5, 13, tree);

        for (List<Hash> other : mutations(path)) {
            assertThat(MerkleProof.includes(tree.leaf(5), 5, 13, other, tree.root(13)))
                    .isFalse();
        }
    }

    @Test
    void proves_that_each_tree_is_a_beginning_of_each_later_one() {
        TestTree tree = TestTree.ofNumbers(SIZE);

        for (int newer = 1; newer <= SIZE; newer++) {
            for (int older = 1; older <= newer; older++) {
                List<Hash> path = MerkleTree.consistency(older, newer, tree);
                assertThat(MerkleProof.isBeginning(older, tree.root(older), newer, tree.root(newer), path))
                        .as("%d in %d", older, newer)
                        .isTrue();
            }
        }
    }

    @Test
    void proves_no_beginning_that_was_rewritten() {
        TestTree tree = TestTree.ofNumbers(SIZE);
        TestTree rewritten = TestTree.ofHex(LEAVES);

        for (int newer = 2; newer <= SIZE; newer++) {
            for (int older = 1; older < Math.min(newer, LEAVES.size()); older++) {
                List<Hash> path = MerkleTree.consistency(older, newer, tree);
                assertThat(MerkleProof.isBeginning(older, rewritten.root(older), newer, tree.root(newer), path))
                        .isFalse();
            }
        }
    }

    @Test
    void proves_no_beginning_with_a_path_that_is_shorter_longer_or_altered() {
        TestTree tree = TestTree.ofNumbers(SIZE);

        for (int older : List.of(4, 6, 13)) {
            List<Hash> path = MerkleTree.consistency(older, 13, tree);
            for (List<Hash> other : mutations(path)) {
                assertThat(MerkleProof.isBeginning(older, tree.root(older), 13, tree.root(13), other))
                        .isFalse();
            }
        }
    }

    @Test
    void refuses_to_prove_what_is_not_in_the_tree() {
        TestTree tree = TestTree.ofNumbers(3);

        assertThatThrownBy(() -> MerkleTree.inclusion(3, 3, tree)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistency(4, 3, tree)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistency(0, 3, tree)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<List<Hash>> mutations(List<Hash> path) {
        List<List<Hash>> mutations = new ArrayList<>();
        Hash foreign = Hash.ofLeaf(new byte[] {42});
        List<Hash> longer = new ArrayList<>(path);
        longer.add(foreign);
        mutations.add(longer);
        for (int i = 0; i < path.size(); i++) {
            List<Hash> altered = new ArrayList<>(path);
            altered.set(i, foreign);
            mutations.add(altered);
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            mutations.add(shorter);
        }
        return mutations;
    }
}
