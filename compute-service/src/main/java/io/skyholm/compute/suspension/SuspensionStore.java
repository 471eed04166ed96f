package io.skyholm.compute.suspension;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Which instances were stopped for their tenant's wallet, in their order. */
@Singleton
class SuspensionStore {

    /** Enough for one transaction. */
    static final int MOST = 20;

    static final String UNRESTED = """
            select tenant_id as id from known_wallet
            where case when stage = 'SUSPENDED'
                then exists (select from instance where instance.tenant_id = known_wallet.tenant_id
                    and deleted_at is null and power = 'RUNNING' and intent = 'KEEP')
                else exists (select from suspended_instance where suspended_instance.tenant_id = known_wallet.tenant_id) end""";

    private static final String STAGE = "select stage from known_wallet where tenant_id = $1 and stage = 'SUSPENDED'";

    /** What is to run; what was stopped by somebody already is not. */
    private static final String RUNNING = """
            select id from instance
            where tenant_id = $1 and deleted_at is null and power = 'RUNNING' and intent = 'KEEP' order by id""";

    private static final String STOPPED = """
            insert into suspended_instance (instance_id, tenant_id, since) values ($1, $2, calendar_now())
            on conflict do nothing""";

    private static final String WAITING = """
            select instance_id from suspended_instance where tenant_id = $1 order by number limit %d""".formatted(MOST);

    private static final String FORGET = "delete from suspended_instance where instance_id = $1";

    Uni<Boolean> isSuspended(Work work, UUID tenant) {
        return work.exists(STAGE, tenant);
    }

    Uni<List<UUID>> running(Work work, UUID tenant) {
        return work.values(UUID.class, RUNNING, tenant);
    }

    void stopped(Work work, UUID tenant, UUID instance) {
        work.send(STOPPED, instance, tenant);
    }

    Uni<List<UUID>> waiting(Work work, UUID tenant) {
        return work.values(UUID.class, WAITING, tenant);
    }

    void forget(Work work, UUID instance) {
        work.send(FORGET, instance);
    }
}
