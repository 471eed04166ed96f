/**
 * The two times of the platform. Calendar time is what people and their rows live by: when something was created, is due,
 * expires or is billed; a test can move it forward. Real time is what machines live by: leases, heartbeats, tokens.
 */
@NullMarked
package io.skyholm.runtime.time;

import org.jspecify.annotations.NullMarked;
