/** Tests of the demo around its tour. */
@NullMarked
package org.entente.demo;

import org.jspecify.annotations.NullMarked;
