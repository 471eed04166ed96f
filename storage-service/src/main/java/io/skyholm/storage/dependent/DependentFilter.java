package io.skyholm.storage.dependent;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which dependents are wanted. */
public record DependentFilter(
        @QueryParam("kind") @Nullable DependentKind kind,
        @QueryParam("effect") @Nullable DeletionEffect effect) {}
