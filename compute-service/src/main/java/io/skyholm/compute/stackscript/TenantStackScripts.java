package io.skyholm.compute.stackscript;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.compute.StackScriptEvents;
import io.skyholm.events.compute.StackScriptFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The StackScripts of a tenant that is deleted. */
@Startup
@Singleton
class TenantStackScripts implements DataHolder {

    private static final OwnedRows LIVING = OwnedRows.livingOfTenant("stack_script");

    private final Aggregate<StackScript, StackScriptView, StackScriptFact> stackscripts;

    TenantStackScripts(Aggregates aggregates) {
        this.stackscripts =
                aggregates.of("StackScript", StackScript.class, StackScriptView.class, StackScriptEvents.TYPES);
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(SETTINGS, "StackScripts", "stack_script");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID tenant) {
        return LIVING.delete(work, tenant, stackscripts, StackScriptEvents.DELETED, script -> script.isActive = false);
    }
}
