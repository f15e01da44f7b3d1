@NullMarked
package org.entente.node.agreements.course;

import org.jspecify.annotations.NullMarked;
