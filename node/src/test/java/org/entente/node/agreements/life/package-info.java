@NullMarked
package org.entente.node.agreements.life;

import org.jspecify.annotations.NullMarked;
