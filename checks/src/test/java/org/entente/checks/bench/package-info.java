/** The measurements themselves are right, and still play the flows that they measure; how fast is not asked here. */
@NullMarked
package org.entente.checks.bench;

import org.jspecify.annotations.NullMarked;
