package io.skyholm.storage.image;

import io.skyholm.events.Fact;
import io.skyholm.events.identity.GroupFact;
import io.skyholm.events.identity.GroupMemberFact;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from identity which groups images can be for, and who is in them; an older fact never replaces a newer. */
@ApplicationScoped
class GroupListener {

    private static final String CONSUMER = "image-groups";
    private static final String GROUP = """
            insert into image_group as known (id, generation, tenant_id, deleted) values ($1, $2, $3, $4)
            on conflict (id) do update set generation = excluded.generation, deleted = excluded.deleted
            where known.generation < excluded.generation""";
    private static final String MEMBER = """
            insert into image_group_member as known (id, generation, tenant_id, group_id, user_id, removed)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (id) do update set generation = excluded.generation, removed = excluded.removed
            where known.generation < excluded.generation""";

    private final Inbox inbox;

    GroupListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("image-groups")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive(CONSUMER, events, GroupListener::note);
    }

    private static Uni<Void> note(Work work, Received received) {
        received.event().ifPresent(event -> note(work, event.data()));
        return Uni.createFrom().voidItem();
    }

    private static void note(Work work, Fact fact) {
        switch (fact) {
            case GroupFact group ->
                work.send(GROUP, group.id(), group.generation(), group.tenantId(), group.deletedAt() != null);
            case GroupMemberFact member ->
                work.send(
                        MEMBER,
                        member.id(),
                        member.generation(),
                        member.tenantId(),
                        member.groupId(),
                        member.userId(),
                        member.removedAt() != null);
            default -> {}
        }
    }
}
