/** Gives an auditor the bundle with which this node is verified offline. */
@NullMarked
package org.entente.node.trust.audit;

import org.jspecify.annotations.NullMarked;
