package io.skyholm.identity.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a change makes of a group. */
class GroupChangeTest {

    private static final UUID PARENT = UUID.randomUUID();

    private final Group group = new Group(
            UUID.randomUUID(),
            RequestBody.read("""
                    {"name": "Film", "description": "Old", "parentGroupId": "%s", "quotaConfig": {"instances": 4}}""".formatted(PARENT), CreateGroup.class),
            Revision.first(null, Instant.EPOCH));

    @Test
    void fieldThatIsLeftOutStays() {
        change("{\"name\": \"Stage\"}");
        assertThat(group.name).isEqualTo("Stage");
        assertThat(group.description).isEqualTo("Old");
        assertThat(group.parentGroupId).isEqualTo(PARENT);
        assertThat(group.quotaConfig).isNotNull();
    }

    @Test
    void fieldThatIsNullIsCleared() {
        change("{\"description\": null, \"parentGroupId\": null, \"quotaConfig\": null}");
        assertThat(group.name).isEqualTo("Film");
        assertThat(group.description).isNull();
        assertThat(group.parentGroupId).isNull();
        assertThat(group.quotaConfig).isNull();
    }

    @Test
    void groupMovesUnderAnotherParent() {
        UUID other = UUID.randomUUID();
        change("{\"parentGroupId\": \"%s\"}".formatted(other));
        assertThat(group.parentGroupId).isEqualTo(other);
    }

    @Test
    void limitsBelowNothingAreRefused() {
        ChangeGroup change = RequestBody.read("{\"quotaConfig\": {\"instances\": -1}}", ChangeGroup.class);
        assertThat(Constraints.brokenBy(change)).containsExactly("quotaConfig");
    }

    private void change(String body) {
        RequestBody.read(body, ChangeGroup.class).applyTo(group);
    }
}
