package io.skyholm.agent.pool;

import io.skyholm.events.host.CheckResult;

/**
 * What a pool has noted of the check of a disk.
 *
 * @param run which of the checks of that disk it was
 */
public record CheckNote(long run, CheckResult result) {}
