/**
 * The standards that Entente speaks, one package per specification. Pure Java: nothing here knows a framework, a
 * database, a clock or a network; time and randomness are arguments.
 */
@NullMarked
package org.entente.protocols;

import org.jspecify.annotations.NullMarked;
