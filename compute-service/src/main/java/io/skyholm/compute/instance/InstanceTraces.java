package io.skyholm.compute.instance;

import static io.skyholm.deletion.DeletionStage.TRACES;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What the rows of deleted instances, which bills name, still hold that is secret or personal once their tenant is deleted. */
@Singleton
class InstanceTraces implements DataHolder {

    private static final int BATCH = 500;
    private static final OwnedRows HOLDING = OwnedRows.of(
            "instance", "tenant_id = $1 and (user_data is not null or password_hash is not null or ssh_keys <> '{}')");
    private static final String CLEAR = """
            update instance set user_data = null, password_hash = null, ssh_keys = '{}'
            where id = any(array(select id from instance where tenant_id = $1
                and (user_data is not null or password_hash is not null or ssh_keys <> '{}') limit $2))""";

    @Override
    public Holding holding() {
        return Holding.ofTenant(TRACES, "user data of instances", "instance");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID tenant) {
        return work.execute(CLEAR, tenant, BATCH)
                .chain(cleared -> HOLDING.left(work, tenant).map(left -> Emptied.of(left, cleared)));
    }
}
