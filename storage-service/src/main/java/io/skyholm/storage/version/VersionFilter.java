package io.skyholm.storage.version;

import io.skyholm.events.storage.ImageVersionStatus;
import io.skyholm.runtime.page.Deleted;
import io.skyholm.runtime.page.RestorableFilter;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which versions of an image are wanted. */
public record VersionFilter(
        @QueryParam("versionNumber") @Nullable String versionNumber,

        @QueryParam("parentVersionId") @Nullable UUID parentVersionId,
        @QueryParam("isLatest") @Nullable Boolean isLatest,
        @QueryParam("isDefault") @Nullable Boolean isDefault,
        @QueryParam("status") @Nullable ImageVersionStatus status,
        @QueryParam("fileServerId") @Nullable String fileServerId,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements RestorableFilter {}
