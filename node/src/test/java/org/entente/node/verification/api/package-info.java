@NullMarked
package org.entente.node.verification.api;

import org.jspecify.annotations.NullMarked;
