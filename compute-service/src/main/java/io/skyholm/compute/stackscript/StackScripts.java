package io.skyholm.compute.stackscript;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.compute.StackScriptEvents;
import io.skyholm.events.compute.StackScriptFact;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** What can be done with StackScripts; public ones of others are seen and used, but not changed. */
@Startup
@ApplicationScoped
public class StackScripts {

    private final Commands commands;
    private final Aggregate<StackScript, StackScriptView, StackScriptFact> scripts;
    private final Owners owners;

    StackScripts(Commands commands, Aggregates aggregates, Owners owners) {
        this.commands = commands;
        this.scripts = aggregates
                .of("StackScript", StackScript.class, StackScriptView.class, StackScriptEvents.TYPES)
                .counted(CountedKind.STACK_SCRIPTS)
                .explaining(StackScriptProblems.CONFLICTS);
        this.owners = owners;
    }

    /**
     * A script that somebody may use, with the values that they give it. Fails with a problem that names {@code
     * stackScriptId} or the values that are wrong.
     */
    public Uni<RenderedScript> render(TenantScope scope, UUID id, Map<String, String> data) {
        return scripts.views().find(scope, id).map(found -> {
            StackScriptView script =
                    found.filter(StackScriptView::isActive).orElseThrow(StackScriptProblems::noSuchScript);
            return new Rendering(script.scriptData()).with(data);
        });
    }

    Uni<StackScriptView> create(Call call, CreateStackScript command) {
        UUID tenantId = Owners.ofShared(call, command.tenantId());
        StackScript script = new StackScript(call.caller(), tenantId, command, scripts.created(call));
        return commands.changeOnce(call, command, StackScriptView.class, work -> owners.check(call, work, tenantId)
                .chain(() -> scripts.insert(work, StackScriptEvents.CREATED, script)));
    }

    Uni<StackScriptView> change(Call call, UUID id, ChangeStackScript command) {
        return commands.change(call, work -> scripts.locked(call, work, id)
                .invoke(script -> command.applyTo(script, call.caller()))
                .chain(script -> scripts.save(call, work, StackScriptEvents.CHANGED, script)));
    }

    Uni<StackScriptView> delete(Call call, UUID id) {
        return commands.change(call, work -> scripts.locked(call, work, id)
                .invoke(script -> script.isActive = false)
                .chain(script -> scripts.delete(call, work, StackScriptEvents.DELETED, script)));
    }

    /** They go with their tenant. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(SETTINGS, "StackScripts", scripts, StackScriptEvents.DELETED)
                .changing(script -> script.isActive = false);
    }

    Uni<StackScriptView> get(Call call, UUID id) {
        return scripts.get(call, id);
    }

    Uni<Page<StackScriptView>> list(Call call, StackScriptFilter filter, ListPart page) {
        return scripts.page(call, scripts.query().matching(filter), page);
    }
}
