@NullMarked
package org.entente.audit;

import org.jspecify.annotations.NullMarked;
