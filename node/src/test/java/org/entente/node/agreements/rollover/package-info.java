@NullMarked
package org.entente.node.agreements.rollover;

import org.jspecify.annotations.NullMarked;
