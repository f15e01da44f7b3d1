@NullMarked
package org.entente.node.frontier.statement;

import org.jspecify.annotations.NullMarked;
