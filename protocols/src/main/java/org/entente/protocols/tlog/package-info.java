/**
 * A transparency log in pure functions: the Merkle tree of RFC 6962 §2.1 (same hashes in RFC 9162), its inclusion and
 * consistency proofs, and the signed checkpoint (C2SP tlog-checkpoint and signed-note). Stores nothing and decides
 * nothing about what belongs in a log.
 */
@NullMarked
package org.entente.protocols.tlog;

import org.jspecify.annotations.NullMarked;
