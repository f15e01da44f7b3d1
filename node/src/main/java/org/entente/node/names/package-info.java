/**
 * The names that persons have recorded, as they write them: several, in any script, with how they are said and what other
 * systems get. Proposes and never changes; finds names for officers and never says that two persons are one. What a name is,
 * how it is read, keyed, ordered and transcribed is the library's ({@code org.entente.names}); attests nothing.
 */
@ApplicationModule(
        displayName = "Names",
        allowedDependencies = {"kernel", "limits", "journal", "web"})
@NullMarked
package org.entente.node.names;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
