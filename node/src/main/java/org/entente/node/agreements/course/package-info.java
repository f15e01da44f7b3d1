/**
 * An entente's course once it is signed, between nodes: acts come in, the depositary orders them, everybody takes the
 * transitions, and each says where it stands. What is lawful is for {@code life} to say.
 */
@NullMarked
package org.entente.node.agreements.course;

import org.jspecify.annotations.NullMarked;
