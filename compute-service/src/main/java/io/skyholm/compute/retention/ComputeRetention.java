package io.skyholm.compute.retention;

import static java.time.Duration.ofDays;

import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What was done to instances goes; the instances, and what they ran on, stay. */
@Singleton
class ComputeRetention implements RetentionPolicy {

    private static final String NAMED = "audit entries, bills and instances name it, also after it was deleted";
    private static final String OF_INSTANCE = "one row for each instance, which stays";

    @Override
    public List<Retention> expiring() {
        return List.of(
                Retention.of("maintenance_notice", "ended_at", ofDays(180)),
                Retention.of("maintenance_window", "ended_at", ofDays(365))
                        .when("not exists (select from maintenance_notice where window_id = maintenance_window.id)"),
                Retention.ofDeleted("stack_script"),
                Retention.ofDeleted("instance_set")
                        .when("not exists (select from instance_set_member where set_id = instance_set.id)"));
    }

    @Override
    public Map<String, String> exempt() {
        return Map.ofEntries(
                Map.entry("edge_data_center", NAMED),
                Map.entry("resource_pool", NAMED),
                Map.entry("compute_machine", NAMED),
                Map.entry("join_token", "an agent that joins again is known by it; there are few"),
                Map.entry("known_plan", "one row for each plan; its generation refuses older facts"),
                Map.entry("template", NAMED),
                Map.entry("template_version", NAMED),
                Map.entry("template_group", "replica of groups; its generation refuses older facts"),
                Map.entry("template_group_member", "replica of members; its generation refuses older facts"),
                Map.entry("instance", NAMED),
                Map.entry("virtual_machine", OF_INSTANCE),
                Map.entry("known_network", OF_INSTANCE),
                Map.entry("placement_queue", "a row goes when its instance is placed, or waits no longer"),
                Map.entry("quota_usage", "one row for each tenant, group and user"),
                Map.entry("known_member", "replica of members; its generation refuses older facts"),
                Map.entry("instance_set_member", "a row goes when its instance is deleted, or leaves"));
    }
}
