package io.skyholm.identity.sshkey;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.identity.SshKeyEvents;
import io.skyholm.events.identity.SshKeyFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The SSH keys of a deleted user. */
@Startup
@Singleton
class UserSshKeys implements DataHolder {

    private static final OwnedRows LIVING = OwnedRows.of("ssh_key", "user_id = $1 and deleted_at is null");

    private final Aggregate<SshKey, SshKeyView, SshKeyFact> keys;

    UserSshKeys(Aggregates aggregates) {
        this.keys = aggregates.of("SSH key", SshKey.class, SshKeyView.class, SshKeyEvents.TYPES);
    }

    @Override
    public Holding holding() {
        return Holding.ofUser(SETTINGS, "SSH keys", "ssh_key");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID user) {
        return LIVING.delete(work, user, keys, SshKeyEvents.DELETED, key -> {});
    }
}
