package io.skyholm.identity.group;

import io.quarkus.runtime.Startup;
import io.skyholm.events.identity.GroupMemberEvents;
import io.skyholm.events.identity.GroupMemberFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.record.Projection;
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
            "select 1 from user_group_member where group_id = $1 and removed_at is null limit 1";
    private static final String PRESENT = "from Member where userId = :user and removedAt is null";

    private static final Projection<Member, GroupMemberFact> FACT = Projection.of(Member.class, GroupMemberFact.class);

    private final Outbox outbox;

    Memberships(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> begin(Work work, Member member) {
        outbox.publish(work, GroupMemberEvents.ADDED, FACT.apply(member));
        return work.insert(member);
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

    Uni<Void> end(Work work, Member member) {
        member.remove(work.now());
        outbox.publish(work, GroupMemberEvents.REMOVED, FACT.apply(member));
        return work.update(member);
    }
}
