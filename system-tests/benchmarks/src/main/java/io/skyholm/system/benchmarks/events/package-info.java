/** How fast events reach a consumer, by the outbox and straight to Kafka. */
@NullMarked
package io.skyholm.system.benchmarks.events;

import org.jspecify.annotations.NullMarked;
