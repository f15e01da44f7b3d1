package org.entente.node.web.problem;

/**
 * A problem as its page shows it.
 *
 * @param incident under which it stands in the log, otherwise {@code ""}
 */
public record ProblemView(String title, String what, String next, String incident) {}
