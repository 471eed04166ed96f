package io.skyholm.compute.instance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which machine an instance shall leave. */
record MoveRequest(@Nullable UUID from) {}
