package io.skyholm.storage.attachment;

import io.skyholm.events.storage.AttachmentDevice;
import io.skyholm.events.storage.DiskAttachmentStatus;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.Deleted;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which attachments are wanted. */
public record DiskAttachmentFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("diskId") @Nullable UUID diskId,
        @QueryParam("instanceId") @Nullable UUID instanceId,
        @QueryParam("device") @Nullable AttachmentDevice device,
        @QueryParam("status") @Nullable DiskAttachmentStatus status,
        @QueryParam("deleted") @Nullable Deleted deleted)
        implements DeletableFilter {}
