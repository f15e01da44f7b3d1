/**
 * What this node publishes by OpenID Federation: its own configuration, those of its organisations, and its statements
 * about its subordinates. Believes nobody.
 */
@NullMarked
package org.entente.node.trust.statement;

import org.jspecify.annotations.NullMarked;
