package io.skyholm.compute.stackscript;

import io.skyholm.compute.known.Owners;
import io.skyholm.events.EventType;
import io.skyholm.events.compute.StackScriptEvents;
import io.skyholm.events.compute.StackScriptFact;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with StackScripts. */
@ApplicationScoped
public class StackScripts {

    private final Commands commands;
    private final StackScriptStore store;
    private final StackScriptPublisher publisher;
    private final Owners owners;

    StackScripts(Commands commands, StackScriptStore store, StackScriptPublisher publisher, Owners owners) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.owners = owners;
    }

    /**
     * A script that somebody may use, with the values that they give it. Fails with a problem that names {@code
     * stackScriptId} or the values that are wrong.
     */
    public Uni<RenderedScript> render(TenantScope scope, UUID id, Map<String, String> data) {
        return store.find(scope, id).map(found -> {
            StackScriptView script =
                    found.filter(StackScriptView::isActive).orElseThrow(StackScriptProblems::noSuchScript);
            return new Rendering(script.scriptData()).with(data);
        });
    }

    Uni<StackScriptView> create(Call call, CreateStackScript command) {
        UUID tenantId = owners.of(call, command.tenantId());
        command.scriptData().check();
        checkPublic(call.caller(), command.isPublic());
        StackScript script =
                new StackScript(Ids.next(), tenantId, command, call.caller().id(), Instant.now());
        return commands.changeOnce(call, command, StackScriptView.class, work -> owners.check(call, work, tenantId)
                        .invoke(() -> publisher.publish(work, StackScriptEvents.CREATED, script))
                        .chain(() -> work.insert(script))
                        .replaceWith(() -> StackScriptView.of(script)))
                .onFailure()
                .transform(StackScriptProblems::explain);
    }

    private static void checkPublic(Caller caller, @Nullable Boolean wanted) {
        if (Boolean.TRUE.equals(wanted) && !caller.ofPlatform()) {
            throw StackScriptProblems.publicIsThePlatforms();
        }
    }

    Uni<StackScriptView> change(Call call, UUID id, ChangeStackScript command) {
        if (command.scriptData() != null) {
            command.scriptData().check();
        }
        checkPublic(call.caller(), command.isPublic());
        return commands.change(call, work -> locked(call, work, id)
                        .invoke(command::applyTo)
                        .chain(script -> save(call, work, script, StackScriptEvents.CHANGED)))
                .onFailure()
                .transform(StackScriptProblems::explain);
    }

    Uni<StackScriptView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id).chain(script -> {
            script.delete(Instant.now());
            return save(call, work, script, StackScriptEvents.DELETED);
        }));
    }

    Uni<StackScriptView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(StackScriptProblems::notFound));
    }

    Uni<Page<StackScriptView>> list(Call call, StackScriptFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page)
                .map(scripts -> Page.of(scripts, page, StackScriptView::id));
    }

    /** Public scripts of others are seen and used, but not changed. */
    private static Uni<StackScript> locked(Call call, Work work, UUID id) {
        return work.lock(StackScript.class, id)
                .map(found -> found.filter(script -> !script.isDeleted()).orElseThrow(StackScriptProblems::notFound))
                .invoke(script -> call.requireMatch(script.generation));
    }

    private Uni<StackScriptView> save(Call call, Work work, StackScript script, EventType<StackScriptFact> event) {
        script.changed(call.caller().id(), Instant.now());
        publisher.publish(work, event, script);
        return work.update(script).replaceWith(() -> StackScriptView.of(script));
    }
}
