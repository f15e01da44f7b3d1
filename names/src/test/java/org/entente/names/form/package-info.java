@NullMarked
package org.entente.names.form;

import org.jspecify.annotations.NullMarked;
