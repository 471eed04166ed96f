package io.skyholm.storage.instance;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The instances that compute has told of. */
@Singleton
public class Instances {

    private static final String FIND = """
            select id, tenant_id, user_id, status, storage_gb, compute_machine_id, virtual_machine_id, image_version_id,
                boot_disk_wanted, boot_disk_held, builds, boot_disk_encrypted
            from known_instance where id = $1""";
    private static final String HOLD = FIND + " for share";
    private static final String ALONE = FIND + " for update";

    /** What is known of one. */
    public Uni<Optional<KnownInstance>> find(Work work, UUID id) {
        return work.find(KnownInstance.class, FIND, id);
    }

    /** The same, and whoever else would hold it waits until the transaction ends. */
    public Uni<Optional<KnownInstance>> alone(Work work, UUID id) {
        return work.find(KnownInstance.class, ALONE, id);
    }

    /** The same, and nothing newer is learnt of it until the transaction ends. */
    public Uni<Optional<KnownInstance>> held(Work work, UUID id) {
        return work.find(KnownInstance.class, HOLD, id);
    }
}
