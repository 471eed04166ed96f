package io.skyholm.agent.hypervisor;

import java.util.UUID;

/**
 * A port as its hypervisor has it.
 *
 * @param generation that of the wish by which it was last made or changed
 */
public record Port(UUID id, long generation) {}
