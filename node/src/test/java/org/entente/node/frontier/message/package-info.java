@NullMarked
package org.entente.node.frontier.message;

import org.jspecify.annotations.NullMarked;
