/** Tests of the commands, as processes of their own. */
@NullMarked
package org.entente.command;

import org.jspecify.annotations.NullMarked;
