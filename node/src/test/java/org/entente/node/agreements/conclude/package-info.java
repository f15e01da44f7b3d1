@NullMarked
package org.entente.node.agreements.conclude;

import org.jspecify.annotations.NullMarked;
