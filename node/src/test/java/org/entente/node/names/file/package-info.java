@NullMarked
package org.entente.node.names.file;

import org.jspecify.annotations.NullMarked;
