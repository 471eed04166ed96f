package io.skyholm.identity.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.skyholm.events.identity.QuotaConfig;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one tenant, group or user is limited to; nothing where there is no limit. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuotaLimit(
        QuotaLevel level, UUID id, String name, @Nullable QuotaConfig quotaConfig) {}
