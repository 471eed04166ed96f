package io.skyholm.storage.tag;

import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tags of an image are wanted. */
public record TagFilter(
        @QueryParam("tagName") @Nullable String tagName,
        @QueryParam("versionId") @Nullable UUID versionId,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
