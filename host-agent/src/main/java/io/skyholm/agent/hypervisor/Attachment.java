package io.skyholm.agent.hypervisor;

import java.util.UUID;

/**
 * A disk of the host at one of its machines.
 *
 * @param generation that of the desired state by which it was last attached
 */
public record Attachment(UUID id, long generation, UUID diskId, UUID machineId) {}
