package io.skyholm.runtime.housekeeping;

import static java.time.Duration.ofDays;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The tables that every service has. */
@Singleton
class RuntimeRetention implements RetentionPolicy {

    @Override
    public List<Retention> expiring() {
        return List.of(
                // Long enough to make a lost replication slot good by hand.
                Retention.of("outbox_event", "created_at", ofDays(7)),
                // Longer than Kafka may send an event again.
                Retention.of("inbox_event", "received_at", ofDays(30)),
                // Long enough for somebody to decide; a metric and the books tell of them all the while.
                Retention.of("parked_event", "parked_at", ofDays(180)),
                Retention.of("idempotency_key", "created_at", ofDays(2)),
                // Refused since that time; audit keeps what was done.
                Retention.of("known_access_grant", "expires_at", ofDays(30)),
                // Longer than any token of theirs is valid.
                Retention.of("ended_session", "ended_at", ofDays(2)));
    }

    @Override
    public Map<String, String> exempt() {
        return new Exemptions()
                .replicas(
                        "known_tenant",
                        "known_user",
                        "known_role",
                        "known_api_key",
                        "known_user_group",
                        "known_user_group_member")
                .because("a row goes when its work is done", "reconcile_task")
                .because("one row for each table", "retention")
                .because("one row for each migration", "flyway_schema_history")
                .toMap();
    }
}
