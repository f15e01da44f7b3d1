/**
 * The tour: starts a council, governments and a wallet on one machine and plays the main job over their public
 * addresses, as a browser, a mailbox and an integrator's script would. It has no other way in than theirs.
 */
@NullMarked
package org.entente.demo;

import org.jspecify.annotations.NullMarked;
