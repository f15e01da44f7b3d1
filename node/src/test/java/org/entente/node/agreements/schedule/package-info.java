@NullMarked
package org.entente.node.agreements.schedule;

import org.jspecify.annotations.NullMarked;
