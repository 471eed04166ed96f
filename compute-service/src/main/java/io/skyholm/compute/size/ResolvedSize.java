package io.skyholm.compute.size;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a plan or a template gives an instance: its size and, from a template, what it starts with. */
public record ResolvedSize(
        Size size,
        @Nullable UUID planId,
        @Nullable UUID templateId,
        @Nullable String templateVersion,
        @Nullable String image,
        @Nullable String userData) {}
