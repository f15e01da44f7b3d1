@NullMarked
package org.entente.node.frontier.mirror;

import org.jspecify.annotations.NullMarked;
