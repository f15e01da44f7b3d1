@NullMarked
package org.entente.node.agreements.offline;

import org.jspecify.annotations.NullMarked;
