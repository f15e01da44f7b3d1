@NullMarked
package org.entente.node.verification.answer;

import org.jspecify.annotations.NullMarked;
