package io.skyholm.network.port;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** A change of a port: the groups that guard it are replaced as a whole; none means the tenant's default rules. */
public record ChangePort(@NotNull @Size(max = 16) List<@NotNull UUID> securityGroupIds) {}
