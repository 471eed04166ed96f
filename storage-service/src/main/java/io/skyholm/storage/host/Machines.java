package io.skyholm.storage.host;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Where the machines stand that compute has told of. */
@Singleton
public class Machines {

    private static final String DATA_CENTER =
            "select edge_data_center_id from known_machine where id = $1 and status <> 'DELETED'";

    private static final String ENCRYPTION_KEY = "select agent_encryption_key from known_host_key where id = $1";

    /** With which is encrypted what only that machine's host may read; empty where its agent has told none. */
    public Uni<Optional<String>> encryptionKeyOf(Work work, UUID machine) {
        return work.value(String.class, ENCRYPTION_KEY, machine);
    }

    /** The data centre of a machine that is there; empty for one that is not known, or no more. */
    public Uni<Optional<UUID>> dataCenterOf(Work work, UUID machine) {
        return work.value(UUID.class, DATA_CENTER, machine);
    }
}
