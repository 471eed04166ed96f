package io.skyholm.compute.instanceset;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with the members of a set. */
@Startup
@ApplicationScoped
class SetMembers {

    private static final String INSTANCE =
            "select 1 from instance where id = $1 and tenant_id = $2 and deleted_at is null for key share";
    private static final String REMOVE =
            "delete from instance_set_member where set_id = $1 and instance_id = $2 returning *";
    private static final String PLACED = "select 1 from instance where id = $1 and instance_set_id = $2";

    private final Commands commands;
    private final InstanceSets sets;
    private final Views<SetMemberView> views;

    SetMembers(Commands commands, InstanceSets sets, ViewFactory views) {
        this.commands = commands;
        this.sets = sets;
        this.views = views.of(Select.of(SetMemberView.class, "instance_set_member"));
    }

    Uni<SetMemberView> add(Call call, UUID setId, AddSetMember command) {
        return commands.changeOnce(
                call, new AddSetMember.To(setId, command), SetMemberView.class, work -> sets.inUse(call, work, setId)
                        .call(set -> work.some(
                                InstanceSetProblems::noSuchInstance, INSTANCE, command.instanceId(), set.tenantId))
                        .chain(set -> insert(call, work, set, command)));
    }

    private static Uni<SetMemberView> insert(Call call, Work work, InstanceSet set, AddSetMember command) {
        SetMember member = new SetMember(Ids.next(), set, command, call.caller().id(), work.now());
        return work.insert(member)
                .onFailure()
                .transform(InstanceSetProblems.MEMBER_CONFLICTS)
                .replaceWith(() -> SetMemberView.of(member));
    }

    Uni<Page<SetMemberView>> list(Call call, UUID setId, ListPart page) {
        ListQuery query = views.query().where("set_id = ?", setId);
        return sets.get(call, setId).chain(() -> views.page(call.caller().scope(), query, page));
    }

    Uni<SetMemberView> remove(Call call, UUID setId, UUID instanceId) {
        return commands.change(call, work -> sets.held(call, work, setId)
                .chain(() -> work.none(InstanceSetProblems::placedForTheSet, PLACED, instanceId, setId))
                .chain(() -> work.find(SetMemberView.class, REMOVE, setId, instanceId))
                .map(found -> found.orElseThrow(InstanceSetProblems::memberNotFound)));
    }
}
