/** What a host says of itself: signed, so that nobody else can say it. */
@NullMarked
package io.skyholm.agent.report;

import org.jspecify.annotations.NullMarked;
