@NullMarked
package org.entente.node.agreements.negotiation;

import org.jspecify.annotations.NullMarked;
