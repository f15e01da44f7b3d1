@NullMarked
package org.entente.node.agreements.record;

import org.jspecify.annotations.NullMarked;
