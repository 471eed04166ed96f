package io.skyholm.compute.template;

import static io.skyholm.compute.template.TemplateSize.MOST_CORES;
import static io.skyholm.compute.template.TemplateSize.MOST_GPUS;
import static io.skyholm.compute.template.TemplateSize.MOST_MEMORY;
import static io.skyholm.compute.template.TemplateSize.MOST_STORAGE;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.compute.input.TagName;
import io.skyholm.events.compute.TemplateType;
import io.skyholm.events.compute.TemplateVisibility;
import io.skyholm.runtime.http.Name;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new template; without a tenant it is the caller's, or the platform's if they work for the operator. */
public record CreateTemplate(
        @Nullable UUID tenantId,
        @NotNull @Name String name,
        @Text @Nullable String description,
        @Nullable UseCase useCase,
        @Nullable TemplateType templateType,
        @Nullable UUID baseImageId,

        @NotNull @Min(1) @Max(MOST_CORES) Integer defaultCpuCores,

        @NotNull @Min(1) @Max(MOST_MEMORY) Integer defaultMemoryGb,

        @NotNull @Min(1) @Max(MOST_STORAGE) Integer defaultStorageGb,

        @Min(0) @Max(MOST_GPUS) @Nullable Integer defaultGpuCount,

        @DecimalMin("0.01") @DecimalMax("400") @Digits(integer = 3, fraction = 2) @Nullable BigDecimal defaultBandwidthGbps,

        @Schema(description = "What an instance of it has at least, however it is sized")
        @Min(1) @Max(MOST_CORES) @Nullable Integer minCpuCores,

        @Min(1) @Max(MOST_MEMORY) @Nullable Integer minMemoryGb,

        @Min(1) @Max(MOST_STORAGE) @Nullable Integer minStorageGb,

        @Nullable JsonObject networkConfig,

        @Size(max = LONGEST_USER_DATA) @Nullable String userData,

        @Schema(description = "What a set template makes; given exactly when the type is INSTANCE_SET")
        @Size(min = 1, max = 20) @Nullable List<@NotNull @Valid Member> members,

        @Size(max = 50) @Nullable List<@TagName String> tags,
        @Nullable TemplateVisibility visibility,

        @Schema(description = "Whose members may use it, if the visibility is GROUP_SPECIFIC") @Nullable UUID userGroupId,

        @Schema(description = "The number of its first version, v1.0.0 if there is none") @Version @Nullable String version) {

    /** As much as cloud-init takes. */
    static final int LONGEST_USER_DATA = 65_536;
}
