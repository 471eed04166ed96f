package io.skyholm.identity.login;

import java.time.Instant;
import java.util.UUID;

/** How far one stream has been read: until that time, by the directory's clock. */
record Reading(UUID id, ReadingStream stream, Instant readUntil) {}
