package io.skyholm.identity.theme;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.identity.ThemeEvents;
import io.skyholm.events.identity.ThemeFact;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with themes. */
@Startup
@ApplicationScoped
class Themes {

    /** The tenant's own, or else the platform's. */
    private static final String ACTIVE = """
            is_active and deleted_at is null and (tenant_id is null or tenant_id = $1)
            order by tenant_id nulls last limit 1""";

    private final Commands commands;
    private final Aggregate<Theme, ThemeView, ThemeFact> themes;
    private final ActiveTheme active;
    private final Tenants tenants;

    Themes(Commands commands, Aggregates aggregates, ActiveTheme active, Tenants tenants) {
        this.commands = commands;
        this.themes = aggregates
                .of("theme", Theme.class, ThemeView.class, ThemeEvents.TYPES)
                .counted(CountedKind.THEMES)
                .explaining(ThemeProblems.CONFLICTS);
        this.active = active;
        this.tenants = tenants;
    }

    Uni<ThemeView> create(Call call, CreateTheme command) {
        UUID tenantId = Owners.ofShared(call, command.tenantId());
        Theme theme = new Theme(tenantId, command, themes.created(call));
        return commands.changeOnce(call, command, ThemeView.class, work -> checkOwner(work, tenantId)
                .chain(() -> active.makeRoom(work, theme, other -> deactivate(call, work, other)))
                .chain(() -> themes.insert(work, ThemeEvents.CREATED, theme)));
    }

    private Uni<Void> checkOwner(Work work, @Nullable UUID tenantId) {
        return tenantId == null ? Uni.createFrom().voidItem() : tenants.check(work, tenantId);
    }

    Uni<ThemeView> change(Call call, UUID id, ChangeTheme command) {
        return commands.change(call, work -> locked(call, work, id)
                .invoke(command::applyTo)
                .call(theme -> active.makeRoom(work, theme, other -> deactivate(call, work, other)))
                .chain(theme -> themes.save(call, work, ThemeEvents.CHANGED, theme)));
    }

    Uni<ThemeView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id).chain(theme -> {
            theme.delete();
            return themes.delete(call, work, ThemeEvents.DELETED, theme);
        }));
    }

    /** They go with their tenant. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(SETTINGS, "themes", themes, ThemeEvents.DELETED)
                .changing(Theme::delete);
    }

    Uni<ThemeView> get(Call call, UUID id) {
        return themes.get(call, id);
    }

    /** What the caller's panel shall look like. */
    Uni<ThemeView> active(Call call) {
        return themes.views()
                .find(call.caller().scope(), ACTIVE, call.caller().tenantId())
                .map(found -> found.orElseThrow(ThemeProblems::notFound));
    }

    Uni<Page<ThemeView>> list(Call call, ThemeFilter filter, ListPart page) {
        return themes.listShared(call, filter, page);
    }

    /** The platform's themes are seen by everybody and changed by the platform alone. */
    private Uni<Theme> locked(Call call, Work work, UUID id) {
        return active.besides(work, id).chain(() -> themes.locked(call, work, id));
    }

    private Uni<Void> deactivate(Call call, Work work, Theme other) {
        other.isActive = false;
        return themes.save(call, work, ThemeEvents.CHANGED, other).replaceWithVoid();
    }
}
