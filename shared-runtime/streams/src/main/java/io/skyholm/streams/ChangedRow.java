package io.skyholm.streams;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a row has changed, once or several times.
 *
 * @param tenantId whose it is; nothing for the platform's own
 * @param position of its last change
 * @param changes how often
 */
record ChangedRow(UUID id, @Nullable UUID tenantId, long position, long changes) {}
