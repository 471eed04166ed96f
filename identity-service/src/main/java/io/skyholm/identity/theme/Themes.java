package io.skyholm.identity.theme;

import io.skyholm.events.EventType;
import io.skyholm.events.identity.ThemeEvents;
import io.skyholm.events.identity.ThemeFact;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with themes. */
@ApplicationScoped
class Themes {

    private final Commands commands;
    private final ThemeStore store;
    private final ThemePublisher publisher;
    private final ActiveTheme active;
    private final Tenants tenants;

    Themes(Commands commands, ThemeStore store, ThemePublisher publisher, ActiveTheme active, Tenants tenants) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.active = active;
        this.tenants = tenants;
    }

    Uni<ThemeView> create(Call call, CreateTheme command) {
        UUID tenantId = owner(call, command);
        Theme theme = new Theme(Ids.next(), tenantId, command, call.caller().id(), Instant.now());
        return commands.changeOnce(call, command, ThemeView.class, work -> checkOwner(work, tenantId)
                        .chain(() -> active.makeRoom(call, work, theme))
                        .chain(() -> {
                            publisher.publish(work, ThemeEvents.CREATED, theme);
                            return work.insert(theme).replaceWith(() -> ThemeView.of(theme));
                        }))
                .onFailure()
                .transform(ThemeProblems::explain);
    }

    /** Without a tenant the operator means the platform, and a tenant's own people their tenant. */
    private static @Nullable UUID owner(Call call, CreateTheme command) {
        UUID tenantId = command.tenantId();
        if (tenantId == null) {
            return call.caller().ofPlatform() ? null : call.caller().tenantId();
        }
        if (!call.sees(tenantId)) {
            throw ThemeProblems.tenantNotFound();
        }
        return tenantId;
    }

    private Uni<Void> checkOwner(Work work, @Nullable UUID tenantId) {
        return tenantId == null
                ? Uni.createFrom().voidItem()
                : tenants.exists(work, tenantId)
                        .invoke(exists -> {
                            if (!exists) {
                                throw ThemeProblems.tenantNotFound();
                            }
                        })
                        .replaceWithVoid();
    }

    Uni<ThemeView> change(Call call, UUID id, ChangeTheme command) {
        return commands.change(call, work -> locked(call, work, id)
                        .invoke(theme -> {
                            boolean needed = theme.isLastResort();
                            command.applyTo(theme);
                            if (needed && !theme.isActive) {
                                throw ThemeProblems.lastResort();
                            }
                        })
                        .call(theme -> active.makeRoom(call, work, theme))
                        .chain(theme -> save(call, work, theme, ThemeEvents.CHANGED)))
                .onFailure()
                .transform(ThemeProblems::explain);
    }

    Uni<ThemeView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id).chain(theme -> {
            if (theme.isLastResort()) {
                throw ThemeProblems.lastResort();
            }
            theme.delete(Instant.now());
            return save(call, work, theme, ThemeEvents.DELETED);
        }));
    }

    Uni<ThemeView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(ThemeProblems::notFound));
    }

    /** What the caller's panel shall look like. */
    Uni<ThemeView> active(Call call) {
        return store.active(call.caller().scope(), call.caller().tenantId())
                .map(found -> found.orElseThrow(ThemeProblems::notFound));
    }

    Uni<Page<ThemeView>> list(Call call, ThemeFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(themes -> Page.of(themes, page, ThemeView::id));
    }

    /** The platform's themes are seen by everybody and changed by the platform alone. */
    private Uni<Theme> locked(Call call, Work work, UUID id) {
        return active.besides(work, id)
                .chain(() -> work.lock(Theme.class, id))
                .map(found -> found.filter(theme -> !theme.isDeleted()).orElseThrow(ThemeProblems::notFound))
                .invoke(theme -> call.requireMatch(theme.generation));
    }

    private Uni<ThemeView> save(Call call, Work work, Theme theme, EventType<ThemeFact> event) {
        theme.changed(call.caller().id(), Instant.now());
        publisher.publish(work, event, theme);
        return work.update(theme).replaceWith(() -> ThemeView.of(theme));
    }
}
