/**
 * A community's orthography as data: which signs are its letters, in what order, what is mistaken for them, who says so. Reads
 * and writes signed profiles, and loads the published folder of the First Peoples' Cultural Council. Judges no name, holds no
 * community's data of its own, and calls every mapping a draft until its community has approved it.
 */
@NullMarked
package org.entente.names.profile;

import org.jspecify.annotations.NullMarked;
