package org.entente.node.registers;

import org.entente.node.kernel.Text;

/** An authoritative source of facts that this government may attest. */
public record Register(String id, Text name) {}
