package io.skyholm.compute.action;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which machine an instance is to leave. */
public record MoveRequest(@Nullable UUID from) {}
