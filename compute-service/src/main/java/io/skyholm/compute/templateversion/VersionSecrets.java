package io.skyholm.compute.templateversion;

import static io.skyholm.deletion.DeletionStage.SECRETS;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Versions of templates are kept, since instances name them, but not the user data in them, which may hold secrets. */
@Singleton
class VersionSecrets implements DataHolder {

    private static final int BATCH = 500;
    private static final OwnedRows HOLDING =
            OwnedRows.of("template_version", "tenant_id = $1 and config_snapshot::jsonb -> 'userData' is not null");
    private static final String CLEAR = """
            update template_version set config_snapshot = (config_snapshot::jsonb - 'userData')::text
            where id = any(array(select id from template_version
                where tenant_id = $1 and config_snapshot::jsonb -> 'userData' is not null limit $2))""";

    @Override
    public Holding holding() {
        return Holding.ofTenant(SECRETS, "user data of template versions", "template_version");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID tenant) {
        return work.execute(CLEAR, tenant, BATCH)
                .chain(cleared -> HOLDING.left(work, tenant).map(left -> Emptied.of(left, cleared)));
    }
}
