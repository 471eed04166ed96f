package io.skyholm.compute.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.EventJson;
import io.skyholm.events.compute.TemplateType;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that an instance, or a set, takes over from a template: what the template was at one moment. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfigSnapshot(
        TemplateType templateType,
        @Nullable UUID baseImageId,
        int cpuCores,
        int memoryGb,
        int storageGb,
        int gpuCount,
        @Nullable BigDecimal bandwidthGbps,
        @Nullable Integer minCpuCores,
        @Nullable Integer minMemoryGb,
        @Nullable Integer minStorageGb,
        @Nullable JsonObject networkConfig,
        @Nullable String userData,
        @Nullable List<Member> members) {

    /** What the template is now. */
    public static ConfigSnapshot of(TemplateView template) {
        return new ConfigSnapshot(
                template.templateType(),
                template.baseImageId(),
                template.defaultCpuCores(),
                template.defaultMemoryGb(),
                template.defaultStorageGb(),
                template.defaultGpuCount(),
                template.defaultBandwidthGbps(),
                template.minCpuCores(),
                template.minMemoryGb(),
                template.minStorageGb(),
                template.networkConfig(),
                template.userData(),
                template.members());
    }

    /** What an instance of it has at least. */
    public TemplateMinimum minimum() {
        return new TemplateMinimum(minCpuCores, minMemoryGb, minStorageGb);
    }

    /** As a column kept it. */
    public static ConfigSnapshot read(String column) {
        return EventJson.read(column, ConfigSnapshot.class);
    }

    /** As a column keeps it. */
    public String text() {
        return EventJson.write(this);
    }
}
