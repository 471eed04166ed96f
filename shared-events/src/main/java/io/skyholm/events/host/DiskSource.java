package io.skyholm.events.host;

import io.skyholm.events.storage.DiskFormat;
import java.util.UUID;

/**
 * The bytes that a disk begins with, as the object store has them.
 *
 * @param sha256 what they were verified to be, in hexadecimal
 */
public record DiskSource(UUID objectId, DiskFormat format, String sha256) {}
