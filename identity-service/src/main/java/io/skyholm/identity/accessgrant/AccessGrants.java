package io.skyholm.identity.accessgrant;

import io.skyholm.events.EventType;
import io.skyholm.events.identity.AccessGrantEvents;
import io.skyholm.events.identity.AccessGrantFact;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What operators and tenants can do with access grants. */
@ApplicationScoped
public class AccessGrants {

    private final Commands commands;
    private final AccessGrantStore store;
    private final Aggregate<AccessGrant, AccessGrantView, AccessGrantFact> grants;
    private final Tenants tenants;
    private final AccessRequestMails mails;
    private final ReconcileQueue queue;

    AccessGrants(
            Commands commands,
            AccessGrantStore store,
            Tenants tenants,
            AccessRequestMails mails,
            ReconcileQueue queue) {
        this.commands = commands;
        this.store = store;
        this.grants = store.grants();
        this.tenants = tenants;
        this.mails = mails;
        this.queue = queue;
    }

    Uni<AccessGrantView> request(Call call, RequestAccess command) {
        if (!call.caller().ofPlatform()) {
            throw AccessGrantProblems.askedByOperatorsOnly();
        }
        if (command.tenantId().equals(call.caller().tenantId())) {
            throw AccessGrantProblems.tenantNotFound();
        }
        AccessGrant grant = new AccessGrant(call.caller(), command, grants.created(call));
        return commands.changeOnce(
                call, command, AccessGrantView.class, work -> tenants.nameOfActive(work, grant.tenantId)
                        .map(name -> name.orElseThrow(AccessGrantProblems::tenantNotFound))
                        .call(() -> store.checkBounds(work, grant.tenantId, grant.operatorId))
                        .call(name -> mails.ask(work, grant, name))
                        .chain(() -> grants.insert(work, AccessGrantEvents.REQUESTED, grant))
                        .invoke(() -> queue.wake(work, AccessGrantReconciler.KIND, grant.id)));
    }

    Uni<AccessGrantView> accept(Call call, UUID id) {
        return change(call, id, AccessGrantEvents.ACCEPTED, (grant, now) -> grant.accept(call.caller(), now));
    }

    Uni<AccessGrantView> refuse(Call call, UUID id) {
        return change(call, id, AccessGrantEvents.REFUSED, (grant, now) -> grant.refuse(call.caller(), now));
    }

    private Uni<AccessGrantView> change(
            Call call, UUID id, EventType<AccessGrantFact> event, BiConsumer<AccessGrant, Instant> change) {
        return commands.change(call, work -> grants.locked(call, work, id)
                .invoke(grant -> change.accept(grant, work.now()))
                .chain(grant -> save(call, work, event, grant)));
    }

    Uni<AccessGrantView> withdraw(Call call, UUID id) {
        return commands.change(call, work -> grants.locked(call, work, id).chain(grant -> withdraw(call, work, grant)));
    }

    private Uni<AccessGrantView> withdraw(Call call, Work work, AccessGrant grant) {
        return grant.withdraw(work.now())
                ? save(call, work, AccessGrantEvents.WITHDRAWN, grant)
                : Uni.createFrom().item(grants.view(grant));
    }

    /** Its end may have moved. */
    private Uni<AccessGrantView> save(Call call, Work work, EventType<AccessGrantFact> event, AccessGrant grant) {
        queue.wake(work, AccessGrantReconciler.KIND, grant.id);
        return grants.save(call, work, event, grant);
    }

    Uni<AccessGrantView> get(Call call, UUID id) {
        return grants.get(call, id);
    }

    Uni<Page<AccessGrantView>> list(Call call, AccessGrantFilter filter, PageRequest page) {
        return grants.list(call, filter, page);
    }
}
