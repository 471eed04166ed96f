package io.skyholm.system.failures;

import io.skyholm.system.suite.Database;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The changes of made-up tenants, written to identity's outbox in bulk as identity would write them one by one. */
final class OutboxRows {

    private final String run;
    private final List<String> tenants;
    private final Database database = Database.asOperator();
    private long generation;

    /** So many tenants; all their changes carry the name of the run. */
    OutboxRows(String run, int tenants) {
        this.run = run;
        this.tenants = Stream.generate(() -> UUID.randomUUID().toString())
                .limit(tenants)
                .toList();
    }

    /** So many further changes of each tenant, in one transaction. */
    void change(int times) {
        database.change("""
            insert into identity.outbox_event (id, aggregate_type, aggregate_id, type, tenant_id, source, generation,
                correlation_id, payload)
            select gen_random_uuid(), 'identity.tenant', tenant, 'identity.tenant.changed.v1', tenant::uuid, '/identity',
                generation, '%1$s', json_build_object('id', tenant, 'generation', generation, 'name', tenant,
                'status', 'ACTIVE', 'createdAt', '2026-01-31T12:00:00Z', 'updatedAt', '2026-01-31T12:00:00Z')::text
            from generate_series(%2$d::bigint, %3$d) generation, unnest(array['%4$s']) tenant order by generation""".formatted(run, generation + 1, generation + times, String.join("','", tenants)));
        generation += times;
    }

    /** How many changes were written. */
    long written() {
        return generation * tenants.size();
    }

    /** The generation that every tenant has now. */
    long generation() {
        return generation;
    }

    /** The tenants, as SQL compares with them. */
    String these() {
        return "('" + String.join("','", tenants) + "')";
    }
}
