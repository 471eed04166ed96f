package io.skyholm.compute.sshkey;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the keys of the catalogue. */
@Singleton
public class SshKeyStore {

    private static final Permission OTHERS = new Permission(ResourceType.SSH_KEY, Action.MANAGE);

    private static final String KEYS = """
            select known.public_key from unnest($1::uuid[]) with ordinality as wanted (id, place)
            join known_ssh_key known on known.id = wanted.id
            where known.public_key is not null and ($2::uuid is null or known.user_id = $2)
            order by wanted.place""";

    private final TenantRead read;

    SshKeyStore(TenantRead read) {
        this.read = read;
    }

    /** These keys, as lines of authorized_keys: the caller's own, or with SSH_KEY:MANAGE those of others. */
    public Uni<List<String>> of(Caller caller, @Nullable List<UUID> ids) {
        if (ids == null || ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        UUID[] wanted = ids.stream().distinct().toArray(UUID[]::new);
        UUID owner = caller.may(OTHERS) ? null : caller.id();
        return read.list(caller.scope(), Statement.of(KEYS, wanted, owner), row -> row.getString("public_key"))
                .invoke(found -> {
                    if (found.size() < wanted.length) {
                        throw Problem.invalid(
                                "sshKeyIds", "names an SSH key that does not exist or that you may not use");
                    }
                });
    }
}
