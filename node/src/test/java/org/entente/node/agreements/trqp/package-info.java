@NullMarked
package org.entente.node.agreements.trqp;

import org.jspecify.annotations.NullMarked;
