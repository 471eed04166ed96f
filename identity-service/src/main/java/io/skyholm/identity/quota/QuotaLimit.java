package io.skyholm.identity.quota;

import io.skyholm.events.identity.QuotaConfig;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one tenant, group or user is limited to; nothing where there is no limit. */
record QuotaLimit(
        QuotaLevel level, UUID id, String name, @Nullable QuotaConfig quotaConfig) {}
