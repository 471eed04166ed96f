package io.skyholm.compute.instanceset;

import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Columns;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** What can be done with the members of a set. */
@ApplicationScoped
class SetMembers {

    private static final String SELECT = """
            select id, generation, tenant_id, set_id, instance_id, role, joined_at, added_by from instance_set_member""";
    private static final String INSTANCE =
            "select 1 from instance where id = $1 and tenant_id = $2 and deleted_at is null for key share";
    private static final String FIND =
            "select id from instance_set_member where set_id = $1 and instance_id = $2 for update";
    private static final String PLACED = "select 1 from instance where id = $1 and instance_set_id = $2";

    private final Commands commands;
    private final TenantRead read;
    private final InstanceSets sets;

    SetMembers(Commands commands, TenantRead read, InstanceSets sets) {
        this.commands = commands;
        this.read = read;
        this.sets = sets;
    }

    Uni<SetMemberView> add(Call call, UUID setId, AddSetMember command) {
        return commands.changeOnce(
                        call, new AddSetMember.To(setId, command), SetMemberView.class, work -> InstanceSets.inUse(
                                        call, work, setId)
                                .call(set -> work.query(INSTANCE, command.instanceId(), set.tenantId)
                                        .invoke(rows -> {
                                            if (!rows.hasNext()) {
                                                throw InstanceSetProblems.noSuchInstance();
                                            }
                                        }))
                                .chain(set -> insert(call, work, set, command)))
                .onFailure()
                .transform(InstanceSetProblems::explain);
    }

    private static Uni<SetMemberView> insert(Call call, Work work, InstanceSet set, AddSetMember command) {
        SetMember member = new SetMember(Ids.next(), set, command, call.caller().id(), Instant.now());
        return work.insert(member).replaceWith(() -> SetMemberView.of(member));
    }

    Uni<Page<SetMemberView>> list(Call call, UUID setId, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT).where("set_id = ?", setId);
        return sets.get(call, setId)
                .chain(() -> read.list(call.caller().scope(), query.page(page), SetMembers::view))
                .map(members -> Page.of(members, page, SetMemberView::id));
    }

    Uni<SetMemberView> remove(Call call, UUID setId, UUID instanceId) {
        return commands.change(call, work -> InstanceSets.held(call, work, setId)
                .chain(() -> work.query(PLACED, instanceId, setId))
                .invoke(rows -> {
                    if (rows.hasNext()) {
                        throw InstanceSetProblems.placedForTheSet();
                    }
                })
                .chain(() -> work.query(FIND, setId, instanceId))
                .chain(rows -> {
                    if (!rows.hasNext()) {
                        throw InstanceSetProblems.memberNotFound();
                    }
                    return work.lock(SetMember.class, rows.next()[0]);
                })
                .map(found -> found.orElseThrow(InstanceSetProblems::memberNotFound))
                .call(member -> work.execute("delete from instance_set_member where id = $1", member.id))
                .map(SetMemberView::of));
    }

    private static SetMemberView view(Row row) {
        return new SetMemberView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getUUID("set_id"),
                row.getUUID("instance_id"),
                row.getString("role"),
                Columns.instant(row, "joined_at"),
                row.getUUID("added_by"));
    }
}
