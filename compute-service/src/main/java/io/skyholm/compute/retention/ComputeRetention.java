package io.skyholm.compute.retention;

import static java.time.Duration.ofDays;

import io.skyholm.runtime.housekeeping.Exemptions;
import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What was done to instances goes; the instances, and what they ran on, stay. */
@Singleton
class ComputeRetention implements RetentionPolicy {

    @Override
    public List<Retention> expiring() {
        return List.of(
                Retention.of("maintenance_notice", "ended_at", ofDays(180)),
                Retention.of("maintenance_window", "ended_at", ofDays(365))
                        .when("not exists (select from maintenance_notice where window_id = maintenance_window.id)"),
                Retention.of("instance_transfer", "ended_at", ofDays(400)),
                Retention.of("console_session", "ended_at", ofDays(1)),
                Retention.ofDeleted("stack_script"),
                Retention.ofDeleted("instance_set")
                        .when("not exists (select from instance_set_member where set_id = instance_set.id)"));
    }

    @Override
    public Map<String, String> exempt() {
        return new Exemptions()
                .named(
                        "edge_data_center",
                        "resource_pool",
                        "compute_machine",
                        "template",
                        "template_version",
                        "instance")
                .replicas("known_plan", "known_wallet", "known_ssh_key", "known_image", "known_image_version")
                .quotas("quota_usage")
                .because(
                        "one row for each instance, which stays", "virtual_machine", "known_network", "known_boot_disk")
                .because("a row goes when its instance starts again, or is deleted", "suspended_instance")
                .because("an agent that joins again is known by it; there are few", "join_token")
                .because("a row goes when it was answered, or nobody waits any more", "console_request")
                .because("a row goes when its instance is placed, or waits no longer", "placement_queue")
                .because("a row goes when its instance is deleted, or leaves", "instance_set_member")
                .toMap();
    }
}
