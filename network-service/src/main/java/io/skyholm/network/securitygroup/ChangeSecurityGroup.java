package io.skyholm.network.securitygroup;

import io.skyholm.events.network.SecurityRule;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a security group: a field that is left out stays; rules are replaced as a whole. */
public record ChangeSecurityGroup(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,
        @Nullable Boolean isDefault,
        @Size(max = 100) @Nullable List<@NotNull @Valid SecurityRule> rules) {

    void applyTo(SecurityGroup group) {
        group.name = Patch.of(name, group.name);
        group.description = Patch.of(description, group.description);
        group.isDefault = Patch.of(isDefault, group.isDefault);
        group.rules = rules == null ? group.rules : Rules.checked(rules);
    }
}
