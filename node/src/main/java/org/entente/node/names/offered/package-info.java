/**
 * Names that other sources of this government hold of a person, offered for their own file. Taking one begins a draft; leaving
 * it is doing nothing. Nothing is taken by itself, and nothing is told to the source.
 */
@NullMarked
package org.entente.node.names.offered;

import org.jspecify.annotations.NullMarked;
