@NullMarked
package org.entente.names.profile;

import org.jspecify.annotations.NullMarked;
