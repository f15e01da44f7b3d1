@NullMarked
package org.entente.node.journal;

import org.jspecify.annotations.NullMarked;
