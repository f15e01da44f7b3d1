/**
 * What every page and every answer has in common: the shell, languages and texts, forms, themes, navigation, security
 * headers, limits and the writers of errors. Knows no other room: rooms contribute through the interfaces here. Does
 * not sign anybody in and stores nothing.
 */
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"kernel"})
@NullMarked
package org.entente.node.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
