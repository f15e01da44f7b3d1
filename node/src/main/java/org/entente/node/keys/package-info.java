/**
 * Our keys: made, kept sealed, used to sign, decrypt and seal. No private key leaves this room, and no other room touches
 * one. It does not decide what is signed.
 */
@ApplicationModule(displayName = "Keys", allowedDependencies = "kernel")
@NullMarked
package org.entente.node.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
