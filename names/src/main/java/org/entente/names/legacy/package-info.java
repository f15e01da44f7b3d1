/**
 * What a name becomes in a system that cannot write it: travel documents, Latin-1, ASCII, fields of a fixed width. It drafts,
 * says sign by sign what is lost, and a person approves; never an empty form, never a loss that is not shown, never a filler.
 * Every mapping is a proposal until a community says otherwise.
 */
@NullMarked
package org.entente.names.legacy;

import org.jspecify.annotations.NullMarked;
