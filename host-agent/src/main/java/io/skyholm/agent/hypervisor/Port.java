package io.skyholm.agent.hypervisor;

import io.skyholm.events.host.PortTraffic;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A port as its hypervisor has it.
 *
 * @param generation that of the desired state by which it was last made or changed
 * @param traffic what it has carried since it was made; absent where nobody counted
 */
public record Port(UUID id, long generation, @Nullable PortTraffic traffic) {}
