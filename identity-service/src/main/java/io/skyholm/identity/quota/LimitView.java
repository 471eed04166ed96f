package io.skyholm.identity.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.runtime.usage.UsedQuota;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A limit as callers see it, with what is used of it. */
@Schema(name = "QuotaLimit")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LimitView(
        QuotaLevel level,
        UUID id,
        String name,
        @Nullable QuotaConfig quotaConfig,

        @Schema(description = "How much of each thing counts in this limit now") @Nullable UsedQuota used) {

    static LimitView of(QuotaLimit limit, @Nullable UsedQuota used) {
        return new LimitView(limit.level(), limit.id(), limit.name(), limit.quotaConfig(), used);
    }
}
