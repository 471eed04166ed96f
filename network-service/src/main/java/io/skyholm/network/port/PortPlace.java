package io.skyholm.network.port;

import java.util.UUID;

/** Which port of which instance, and where it is plugged in. */
public record PortPlace(UUID id, UUID tenantId, UUID instanceId, UUID subnetId, int ordinal) {}
