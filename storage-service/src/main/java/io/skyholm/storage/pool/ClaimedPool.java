package io.skyholm.storage.pool;

import java.util.UUID;

/** The pool that has given room to a disk. */
public record ClaimedPool(UUID id, UUID edgeDataCenterId, UUID computeMachineId) {}
