package io.skyholm.runtime.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RevisionTest {

    private static final Instant CREATED = Instant.parse("2026-01-31T12:00:00.123456789Z");
    private static final Instant KEPT = Instant.parse("2026-01-31T12:00:00.123456Z");
    private static final Instant LATER = Instant.parse("2026-02-01T12:00:00Z");

    private final UUID creator = UUID.randomUUID();
    private final UUID editor = UUID.randomUUID();
    private final Revision revision = Revision.first(creator, CREATED);

    @Test
    void theFirstIsOfItsCreatorAndAsExactAsTheDatabaseKeepsIt() {
        assertThat(revision.generation()).isEqualTo(1);
        assertThat(revision.createdAt()).isEqualTo(KEPT).isEqualTo(revision.updatedAt());
        assertThat(revision.createdBy()).isEqualTo(creator).isEqualTo(revision.updatedBy());
        assertThat(revision.isDeleted()).isFalse();
    }

    @Test
    void aChangeCountsAndLeavesWhatWasFirst() {
        revision.changed(editor, LATER);
        assertThat(revision.generation()).isEqualTo(2);
        assertThat(revision.updatedAt()).isEqualTo(LATER);
        assertThat(revision.updatedBy()).isEqualTo(editor);
        assertThat(revision.createdAt()).isEqualTo(KEPT);
        assertThat(revision.createdBy()).isEqualTo(creator);
    }

    @Test
    void aDeletionIsAChangeToo() {
        revision.deleted(editor, LATER);
        assertThat(revision.isDeleted()).isTrue();
        assertThat(revision.generation()).isEqualTo(2);
        assertThat(revision.deletedAt()).isEqualTo(LATER).isEqualTo(revision.updatedAt());
        assertThat(revision.updatedBy()).isEqualTo(editor);
    }
}
