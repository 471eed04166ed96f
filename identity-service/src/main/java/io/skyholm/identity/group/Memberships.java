package io.skyholm.identity.group;

import io.quarkus.runtime.Startup;
import io.skyholm.events.identity.GroupMemberEvents;
import io.skyholm.events.identity.GroupMemberFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

/** Who is in which group at present. */
@Startup
@ApplicationScoped
public class Memberships {

    private static final String ANY =
            "select 1 from user_group_member where group_id = $1 and deleted_at is null limit 1";
    private static final String PRESENT = "from Member where userId = :user and revision.deletedAt is null";

    private static final Select<MemberView> MEMBERS = Select.of(MemberView.class, "user_group_member")
            .with("joinedAt", "created_at")
            .with("addedBy", "created_by")
            .with("removedAt", "deleted_at");

    private final Aggregate<Member, MemberView, GroupMemberFact> members;

    Memberships(Aggregates aggregates) {
        this.members = aggregates
                .of("member", Member.class, MEMBERS, GroupMemberEvents.TYPES)
                .explaining(GroupProblems.MEMBER_CONFLICTS);
    }

    Aggregate<Member, MemberView, GroupMemberFact> members() {
        return members;
    }

    /** Takes a user out of every group, in a transaction that somebody else began. */
    public Uni<Void> endAllOf(Work work, UUID user) {
        return work.session()
                .createSelectionQuery(PRESENT, Member.class)
                .setParameter("user", user)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .chain(members -> endAll(work, members));
    }

    private Uni<Void> endAll(Work work, List<Member> members) {
        Uni<Void> ended = Uni.createFrom().voidItem();
        for (Member member : members) {
            ended = ended.chain(() -> end(work, member));
        }
        return ended;
    }

    Uni<Boolean> anyOf(Work work, UUID group) {
        return work.exists(ANY, group);
    }

    Uni<Optional<Member>> find(Work work, UUID group, UUID user) {
        return work.session()
                .createSelectionQuery(PRESENT + " and groupId = :group", Member.class)
                .setParameter("user", user)
                .setParameter("group", group)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** Nobody took them out: they are no user any more. */
    private Uni<Void> end(Work work, Member member) {
        member.revision.deleted(null, work.now());
        return members.update(work, GroupMemberEvents.REMOVED, member).replaceWithVoid();
    }
}
