package io.skyholm.compute.instanceset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.skyholm.events.compute.InstanceSetStatus;
import io.skyholm.events.compute.InstanceSetType;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an instance set is at first, what a change makes of it, and what its members are. */
class InstanceSetTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");

    @Test
    void newSetIsActiveAndOfNoParticularType() {
        InstanceSet set = created("{\"name\": \"Shop\"}");
        assertThat(set.status).isEqualTo(InstanceSetStatus.ACTIVE);
        assertThat(set.setType).isEqualTo(InstanceSetType.CUSTOM);
        assertThat(set.tags).isEmpty();
    }

    @Test
    void newSetIsWhatItSays() {
        InstanceSet set = created("{\"name\": \"Shop\", \"setType\": \"PROJECT\", \"tags\": [\"shop\"]}");
        assertThat(set.setType).isEqualTo(InstanceSetType.PROJECT);
        assertThat(set.tags).containsExactly("shop");
    }

    @Test
    void statusCannotBeSetToDeleted() {
        Refused.forField("status", () -> change(created("{\"name\": \"Shop\"}"), "{\"status\": \"DELETED\"}"));
    }

    @Test
    void whatIsLeftOutStaysAndNullClears() {
        InstanceSet set = created("{\"name\": \"Shop\", \"description\": \"For all\", \"tags\": [\"shop\"]}");
        change(set, "{\"name\": \"Other\"}");
        assertThat(set.description).isEqualTo("For all");
        assertThat(set.tags).containsExactly("shop");
        change(set, "{\"description\": null, \"tags\": []}");
        assertThat(set.description).isNull();
        assertThat(set.tags).isEmpty();
        assertThat(set.name).isEqualTo("Other");
    }

    @Test
    void archivedSetIsNotUsedUntilItIsActiveAgain() {
        InstanceSet set = created("{\"name\": \"Shop\"}");
        assertThatCode(set::requireActive).doesNotThrowAnyException();
        change(set, "{\"status\": \"ARCHIVED\"}");
        Refused.by("INSTANCE_SET_ARCHIVED", set::requireActive);
        change(set, "{\"status\": \"ACTIVE\"}");
        assertThatCode(set::requireActive).doesNotThrowAnyException();
    }

    @Test
    void memberIsWhatItIsSaidToBeOrJustAMember() {
        InstanceSet set = created("{\"name\": \"Shop\"}");
        UUID instance = UUID.randomUUID();
        assertThat(member(set, new AddSetMember(instance, null)).role()).isEqualTo("member");
        SetMemberView database = member(set, new AddSetMember(instance, "database"));
        assertThat(database.role()).isEqualTo("database");
        assertThat(database.instanceId()).isEqualTo(instance);
        assertThat(database.tenantId()).isEqualTo(set.tenantId);
        assertThat(database.setId()).isEqualTo(set.id);
    }

    private static SetMemberView member(InstanceSet set, AddSetMember command) {
        return SetMemberView.of(new SetMember(UUID.randomUUID(), set, command, set.ownerId, NOW));
    }

    private static void change(InstanceSet set, String body) {
        RequestBody.read(body, ChangeInstanceSet.class).applyTo(set);
    }

    private static InstanceSet created(String body) {
        UUID owner = UUID.randomUUID();
        return new InstanceSet(
                UUID.randomUUID(), owner, RequestBody.read(body, CreateInstanceSet.class), Revision.first(owner, NOW));
    }
}
