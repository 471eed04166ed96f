package io.skyholm.compute.template;

import static io.skyholm.deletion.DeletionStage.SECRETS;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The user data of templates, which may hold secrets, goes before anything that a protected instance may hold up. */
@Singleton
class TemplateSecrets implements DataHolder {

    private static final int BATCH = 500;
    private static final OwnedRows HOLDING = OwnedRows.of("template", "tenant_id = $1 and user_data is not null");
    private static final String CLEAR = """
            update template set user_data = null
            where id = any(array(select id from template where tenant_id = $1 and user_data is not null limit $2))""";

    @Override
    public Holding holding() {
        return Holding.ofTenant(SECRETS, "user data of templates", "template");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID tenant) {
        return work.execute(CLEAR, tenant, BATCH)
                .chain(cleared -> HOLDING.left(work, tenant).map(left -> Emptied.of(left, cleared)));
    }
}
