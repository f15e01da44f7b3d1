package org.entente.names.barrier;

/** A barrier of law, policy or practice: no program finds it; somebody is asked. */
public record Question(String id, Wording title) {}
