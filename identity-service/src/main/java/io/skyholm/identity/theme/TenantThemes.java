package io.skyholm.identity.theme;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.identity.ThemeEvents;
import io.skyholm.events.identity.ThemeFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The themes of a tenant that is deleted. */
@Startup
@Singleton
class TenantThemes implements DataHolder {

    private static final OwnedRows LIVING = OwnedRows.livingOfTenant("theme");

    private final Aggregate<Theme, ThemeView, ThemeFact> aggregate;

    TenantThemes(Aggregates aggregates) {
        this.aggregate = aggregates.of("theme", Theme.class, ThemeView.class, ThemeEvents.TYPES);
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(SETTINGS, "themes", "theme");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID tenant) {
        return LIVING.delete(work, tenant, aggregate, ThemeEvents.DELETED, Theme::delete);
    }
}
