package io.skyholm.network.securitygroup;

import io.skyholm.events.network.SecurityRule;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new security group; without a tenant it is the caller's. What no rule lets through is dropped. */
public record CreateSecurityGroup(
        @Nullable UUID tenantId,
        @NotNull @Name String name,
        @Text @Nullable String description,
        @Nullable Boolean isDefault,
        @NotNull @Size(max = 100) List<@NotNull @Valid SecurityRule> rules) {

    CreateSecurityGroup checked() {
        return new CreateSecurityGroup(tenantId, name, description, isDefault, Rules.checked(rules));
    }
}
