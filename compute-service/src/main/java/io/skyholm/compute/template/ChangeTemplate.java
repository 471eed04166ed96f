package io.skyholm.compute.template;

import static io.skyholm.compute.template.CreateTemplate.LONGEST_USER_DATA;
import static io.skyholm.compute.template.TemplateSize.MOST_CORES;
import static io.skyholm.compute.template.TemplateSize.MOST_GPUS;
import static io.skyholm.compute.template.TemplateSize.MOST_MEMORY;
import static io.skyholm.compute.template.TemplateSize.MOST_STORAGE;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.compute.input.TagName;
import io.skyholm.events.compute.TemplateStatus;
import io.skyholm.events.compute.TemplateVisibility;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a template: a field that is left out stays, one that is null is cleared. Its versions stay what they are. */
public record ChangeTemplate(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,
        @Nullable Optional<UseCase> useCase,
        @Nullable Optional<UUID> baseImageId,

        @Min(1) @Max(MOST_CORES) @Nullable Integer defaultCpuCores,

        @Min(1) @Max(MOST_MEMORY) @Nullable Integer defaultMemoryGb,

        @Min(1) @Max(MOST_STORAGE) @Nullable Integer defaultStorageGb,

        @Min(0) @Max(MOST_GPUS) @Nullable Integer defaultGpuCount,

        @Nullable Optional<@DecimalMin("0.01") @DecimalMax("400") @Digits(integer = 3, fraction = 2) BigDecimal>
                defaultBandwidthGbps,

        @Nullable Optional<@Min(1) @Max(MOST_CORES) Integer> minCpuCores,

        @Nullable Optional<@Min(1) @Max(MOST_MEMORY) Integer> minMemoryGb,

        @Nullable Optional<@Min(1) @Max(MOST_STORAGE) Integer> minStorageGb,

        @Nullable Optional<JsonObject> networkConfig,
        @Nullable Optional<@Size(max = LONGEST_USER_DATA) String> userData,

        @Size(min = 1, max = 20) @Nullable List<@NotNull @Valid Member> members,

        @Size(max = 50) @Nullable List<@TagName String> tags,
        @Nullable TemplateVisibility visibility,
        @Nullable UUID userGroupId,
        @Nullable TemplateStatus status) {

    void applyTo(Template template) {
        template.name = Patch.of(name, template.name);
        template.description = Patch.of(description, template.description);
        template.useCase = Patch.of(useCase, template.useCase);
        template.baseImageId = Patch.of(baseImageId, template.baseImageId);
        template.defaultCpuCores = Patch.of(defaultCpuCores, template.defaultCpuCores);
        template.defaultMemoryGb = Patch.of(defaultMemoryGb, template.defaultMemoryGb);
        template.defaultStorageGb = Patch.of(defaultStorageGb, template.defaultStorageGb);
        template.defaultGpuCount = Patch.of(defaultGpuCount, template.defaultGpuCount);
        template.defaultBandwidthGbps = Patch.of(defaultBandwidthGbps, template.defaultBandwidthGbps);
        template.minCpuCores = Patch.of(minCpuCores, template.minCpuCores);
        template.minMemoryGb = Patch.of(minMemoryGb, template.minMemoryGb);
        template.minStorageGb = Patch.of(minStorageGb, template.minStorageGb);
        template.networkConfig = Patch.of(networkConfig, template.networkConfig);
        template.userData = Patch.of(userData, template.userData);
        template.members = members == null ? template.members : members;
        template.tags = tags == null ? template.tags : tags.toArray(String[]::new);
        template.status = Patch.of(status, template.status);
        template.isFor(Patch.of(visibility, template.visibility), userGroupId);
    }
}
