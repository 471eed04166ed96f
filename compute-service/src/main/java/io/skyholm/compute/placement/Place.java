package io.skyholm.compute.placement;

import io.skyholm.compute.size.Size;
import java.util.UUID;

/** A machine that was claimed, and how much of it: all of it where it was to be exclusive. */
public record Place(UUID machineId, UUID dataCenterId, UUID poolId, Size held) {}
