package io.skyholm.identity.me;

import io.skyholm.events.access.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A permission that somebody holds within projects only. */
public record LimitedPermission(Permission permission, List<UUID> groupIds) {

    static LimitedPermission of(Map.Entry<Permission, Set<UUID>> held) {
        return new LimitedPermission(
                held.getKey(), held.getValue().stream().sorted().toList());
    }
}
