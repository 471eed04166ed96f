package io.skyholm.compute.instanceset;

import io.skyholm.compute.input.TagName;
import io.skyholm.events.compute.InstanceSetType;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new instance set of the caller's tenant. */
public record CreateInstanceSet(
        @NotNull @Name String name,
        @Text @Nullable String description,
        @Nullable UUID userGroupId,
        @Nullable InstanceSetType setType,

        @Size(max = 50) @Nullable List<@TagName String> tags) {}
