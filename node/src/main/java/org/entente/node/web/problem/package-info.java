/**
 * Turns whatever went wrong into an answer in the dialect of its address: a page, problem details or OAuth JSON. One
 * writer each. Does not decide what is an error.
 */
@NullMarked
package org.entente.node.web.problem;

import org.jspecify.annotations.NullMarked;
