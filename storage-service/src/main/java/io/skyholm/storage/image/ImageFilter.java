package io.skyholm.storage.image;

import io.skyholm.events.storage.ImageArchitecture;
import io.skyholm.events.storage.ImageStatus;
import io.skyholm.events.storage.ImageType;
import io.skyholm.events.storage.ImageVisibility;
import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.page.Deleted;
import io.skyholm.runtime.page.RestorableFilter;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which images are wanted. */
public record ImageFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,

        @QueryParam("name") @Condition(Condition.IGNORING_CASE) @Nullable String name,

        @QueryParam("imageType") @Nullable ImageType imageType,
        @QueryParam("architecture") @Nullable ImageArchitecture architecture,

        @QueryParam("baseOs") @Condition(Condition.IGNORING_CASE) @Nullable String baseOs,

        @QueryParam("visibility") @Nullable ImageVisibility visibility,
        @QueryParam("status") @Nullable ImageStatus status,
        @QueryParam("fileServerId") @Nullable String fileServerId,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements RestorableFilter {}
