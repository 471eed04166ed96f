package io.skyholm.storage.deletion;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.DataPolicy;
import io.skyholm.deletion.DeletionStage;
import io.skyholm.deletion.Rows;
import io.skyholm.events.deletion.DataOwner;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The tables of storage that need no room's help, and those that a deletion leaves as they are. */
@Singleton
class StorageData implements DataPolicy {

    private static final String TENANTS = "it stays its tenant's; the id of whoever owned it names nobody any more";

    private static final String REPLICA = "ids alone; the generation refuses older facts";

    @Override
    public List<DataHolder> deleted() {
        return List.of(
                Rows.ofTenant(DeletionStage.SECRETS, "transfers", "storage_transfer"),
                Rows.ofTenant(DeletionStage.TRACES, "uploads", "upload"));
    }

    @Override
    public Map<String, String> kept(DataOwner owner) {
        return switch (owner) {
            case TENANT ->
                Map.of(
                        "known_instance",
                        REPLICA,
                        "known_wallet",
                        REPLICA,
                        "boot_disk",
                        "one row for each instance; it names ids alone");
            case USER ->
                Map.of(
                        "image",
                        TENANTS,
                        "backup",
                        TENANTS,
                        "disk",
                        TENANTS,
                        "disk_attachment",
                        TENANTS,
                        "disk_check",
                        TENANTS,
                        "known_instance",
                        REPLICA);
        };
    }
}
