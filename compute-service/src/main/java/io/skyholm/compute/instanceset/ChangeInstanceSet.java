package io.skyholm.compute.instanceset;

import io.skyholm.compute.input.TagName;
import io.skyholm.events.compute.InstanceSetStatus;
import io.skyholm.events.compute.InstanceSetType;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of an instance set: a field that is left out stays, one that is null is cleared. */
public record ChangeInstanceSet(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,
        @Nullable Optional<UUID> userGroupId,
        @Nullable InstanceSetType setType,
        @Nullable InstanceSetStatus status,

        @Size(max = 50) @Nullable List<@TagName String> tags) {

    void applyTo(InstanceSet set) {
        if (status == InstanceSetStatus.DELETED) {
            throw InstanceSetProblems.deleteToDelete();
        }
        set.name = Patch.of(name, set.name);
        set.description = Patch.of(description, set.description);
        set.userGroupId = Patch.of(userGroupId, set.userGroupId);
        set.setType = Patch.of(setType, set.setType);
        set.status = Patch.of(status, set.status);
        set.tags = tags == null ? set.tags : tags.toArray(String[]::new);
    }
}
