@NullMarked
package org.entente.node.trust.statement;

import org.jspecify.annotations.NullMarked;
