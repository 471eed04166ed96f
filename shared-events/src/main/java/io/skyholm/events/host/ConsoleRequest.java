package io.skyholm.events.host;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody waits for the console of a machine. There is nothing secret in it: whoever answers shows by a signature that it is the host.
 *
 * @param id under which the host answers
 * @param until the latest that anybody waits
 */
public record ConsoleRequest(UUID id, ConsoleUse use, Instant until) {}
