package io.skyholm.compute.deletion;

import static io.skyholm.deletion.DeletionStage.SECRETS;
import static io.skyholm.deletion.DeletionStage.TRACES;

import io.skyholm.deletion.ClearedColumns;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.DataPolicy;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.Rows;
import io.skyholm.events.deletion.DataOwner;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What compute clears in rows that stay, and the tables that a deletion leaves as they are. */
@Singleton
class ComputeData implements DataPolicy {

    private static final String BILLED = "bills name the instance that it is of";
    private static final String REPLICA = "ids and limits; the generation refuses older facts";
    private static final String TENANTS = "it stays its tenant's; the id of whoever created it names nobody any more";

    /** What may be secret or personal in rows that bills and instances name; templates hold theirs ready for use until then. */
    @Override
    public List<DataHolder> deleted() {
        return List.of(
                Rows.ofTenant(TRACES, "instance transfers", "instance_transfer"),
                Rows.ofTenant(TRACES, "instances to be started again", "suspended_instance"),
                Rows.ofTenant(TRACES, "what is wanted of consoles", "console_request"),
                Rows.ofTenant(TRACES, "who typed into consoles", "console_session"),
                ClearedColumns.of(
                        Holding.ofTenant(SECRETS, "user data of templates", "template"),
                        "user_data is not null",
                        "user_data = null"),
                ClearedColumns.of(
                        Holding.ofTenant(SECRETS, "user data of template versions", "template_version"),
                        "config_snapshot::jsonb -> 'userData' is not null",
                        "config_snapshot = (config_snapshot::jsonb - 'userData')::text"),
                ClearedColumns.of(
                        Holding.ofTenant(TRACES, "user data of instances", "instance"),
                        "user_data is not null or password_hash is not null or ssh_keys <> '{}'",
                        "user_data = null, password_hash = null, ssh_keys = '{}'"));
    }

    @Override
    public Map<String, String> kept(DataOwner owner) {
        return switch (owner) {
            case TENANT ->
                Map.ofEntries(
                        Map.entry("virtual_machine", BILLED),
                        Map.entry("known_network", BILLED),
                        Map.entry("known_boot_disk", BILLED),
                        Map.entry("known_image", REPLICA),
                        Map.entry("known_image_version", REPLICA),
                        Map.entry("quota_usage", REPLICA),
                        Map.entry("known_wallet", REPLICA),
                        Map.entry("known_ssh_key", REPLICA),
                        Map.entry(
                                "template_version",
                                "without its user data: instances say by it what they were created from"),
                        Map.entry(
                                "maintenance_notice",
                                "what the tenant was told, which goes by itself 180 days after its end"));
            case USER ->
                Map.ofEntries(
                        Map.entry("instance", TENANTS),
                        Map.entry("instance_set", TENANTS),
                        Map.entry("instance_transfer", TENANTS),
                        Map.entry("template", TENANTS),
                        Map.entry("instance_set_member", TENANTS),
                        Map.entry("known_ssh_key", REPLICA),
                        Map.entry("known_image", REPLICA),
                        Map.entry("console_session", "the id of who typed; the row goes by itself a day after its end"),
                        Map.entry("maintenance_notice", "the id of who chose; the notice goes by itself"));
        };
    }
}
