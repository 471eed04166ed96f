package io.skyholm.identity.group;

import io.skyholm.events.EventType;
import io.skyholm.events.identity.GroupFact;
import io.skyholm.events.identity.GroupMemberFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what a group is now, and who is in it. */
@Singleton
class GroupPublisher {

    private final Outbox outbox;

    GroupPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<GroupFact> type, Group group) {
        outbox.publish(
                work,
                type,
                new GroupFact(
                        group.id,
                        group.generation,
                        group.tenantId,
                        group.name,
                        group.description,
                        group.parentGroupId,
                        group.quotaConfig,
                        group.createdAt,
                        group.updatedAt,
                        group.createdBy,
                        group.updatedBy,
                        group.deletedAt));
    }

    void publish(Work work, EventType<GroupMemberFact> type, Member member) {
        outbox.publish(
                work,
                type,
                new GroupMemberFact(
                        member.id,
                        member.generation,
                        member.tenantId,
                        member.groupId,
                        member.userId,
                        member.joinedAt,
                        member.addedBy,
                        member.removedAt));
    }
}
