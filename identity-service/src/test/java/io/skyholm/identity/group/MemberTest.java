package io.skyholm.identity.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.aggregate.Revision;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From when to when somebody is in a group. */
class MemberTest {

    private final Group group = new Group(
            UUID.randomUUID(), new CreateGroup(null, "Film", null, null, null), Revision.first(null, Instant.EPOCH));
    private final Member member = new Member(
            group,
            UUID.randomUUID(),
            Revision.first(UUID.randomUUID(), Instant.parse("2026-02-01T12:00:00.123456789Z")));

    @Test
    void memberIsOfTheGroupsTenantFromThatTimeOn() {
        assertThat(member.tenantId).isEqualTo(group.tenantId);
        assertThat(member.groupId).isEqualTo(group.id);
        assertThat(member.joinedAt()).isEqualTo("2026-02-01T12:00:00.123456Z");
        assertThat(member.removedAt()).isNull();
    }

    @Test
    void removedMemberWasOneUntilThen() {
        member.revision().deleted(null, Instant.parse("2026-02-02T12:00:00.123456789Z"));
        assertThat(member.removedAt()).isEqualTo("2026-02-02T12:00:00.123456Z");
        assertThat(member.joinedAt()).isEqualTo("2026-02-01T12:00:00.123456Z");
    }
}
