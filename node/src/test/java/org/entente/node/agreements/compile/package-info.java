@NullMarked
package org.entente.node.agreements.compile;

import org.jspecify.annotations.NullMarked;
