@NullMarked
package org.entente.node.services;

import org.jspecify.annotations.NullMarked;
