@NullMarked
package org.entente.node.agreements;

import org.jspecify.annotations.NullMarked;
