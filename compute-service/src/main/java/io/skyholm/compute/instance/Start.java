package io.skyholm.compute.instance;

import io.skyholm.compute.size.Chosen;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that is known of an instance before it is made: what was asked for, for whom, and what that comes to. */
record Start(
        CreateInstance command,
        UUID tenantId,
        UUID userId,
        UUID createdBy,
        Chosen chosen,
        @Nullable String scriptData) {}
