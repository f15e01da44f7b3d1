package org.entente.node.signin.proof;

/** What a proof of possession is worth before it is spent. */
public sealed interface ExaminedProof permits GenuineProof, PossessionOutcome.NonceNeeded, PossessionOutcome.Refused {}
