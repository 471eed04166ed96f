package io.skyholm.runtime.time;

import java.time.Duration;

/**
 * Told within the process when calendar time has been moved, so that what looks for due rows now and then looks at once.
 *
 * @param ahead how far calendar time is ahead of the machine's clock now
 */
public record ClockMoved(Duration ahead) {}
