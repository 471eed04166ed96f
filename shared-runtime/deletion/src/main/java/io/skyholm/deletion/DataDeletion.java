package io.skyholm.deletion;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.deletion.DataDeletionFact;
import io.skyholm.events.deletion.DataDeletionStatus;
import io.skyholm.events.deletion.DataOwner;
import io.skyholm.events.deletion.HeldData;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far this service is with what it holds of one tenant or user. It counts its generation itself, where other entities have a
 * {@code Revision}: the platform alone changes it, it begins untold (0) and is told with its first round, and it ends without
 * being deleted.
 */
@Entity
@Table(name = "data_deletion")
class DataDeletion {

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    @Id
    UUID id;

    long generation;
    UUID tenantId;

    @Enumerated(EnumType.STRING)
    DataOwner owner;

    @Enumerated(EnumType.STRING)
    DataDeletionStatus status;

    @Convert(converter = HoldingsColumn.class)
    List<HeldData> holdings;

    Instant startedAt;
    Instant updatedAt;

    @Nullable Instant completedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected DataDeletion() {}

    DataDeletion(DataOwner owner, UUID id, UUID tenantId, Instant now) {
        this.id = id;
        this.generation = 0;
        this.tenantId = tenantId;
        this.owner = owner;
        this.status = DataDeletionStatus.DELETING;
        this.holdings = List.of();
        this.startedAt = now.truncatedTo(MICROS);
        this.updatedAt = startedAt;
    }

    boolean isComplete() {
        return completedAt != null;
    }

    /** Notes what a round over the holdings came to; tells whether that is news. */
    boolean note(Map<String, HoldingProgress> round, Instant now) {
        Map<String, HeldData> held = new LinkedHashMap<>();
        holdings.forEach(before -> held.put(before.name(), before));
        round.forEach(
                (name, step) -> held.merge(name, begun(name, step), (before, ignored) -> continued(before, step)));
        List<HeldData> after = List.copyOf(held.values());
        boolean news = generation == 0 || !after.equals(holdings);
        holdings = after;
        if (news) {
            changed(now);
        }
        return news;
    }

    private static HeldData begun(String name, HoldingProgress step) {
        return new HeldData(name, step.leftOf(0), step.deleted(), step.waitsFor());
    }

    private static HeldData continued(HeldData before, HoldingProgress step) {
        return new HeldData(
                before.name(), step.leftOf(before.left()), before.deleted() + step.deleted(), step.waitsFor());
    }

    void complete(Instant now) {
        changed(now);
        status = DataDeletionStatus.DELETED;
        completedAt = updatedAt;
    }

    private void changed(Instant now) {
        generation++;
        updatedAt = now.truncatedTo(MICROS);
    }

    /** What has not moved for long is looked at less often. */
    Duration wait(Instant now) {
        Duration still = Duration.between(updatedAt, now).dividedBy(4);
        if (still.compareTo(SHORTEST_WAIT) < 0) {
            return SHORTEST_WAIT;
        }
        return still.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : still;
    }

    /** Made by position and not by name: which service it is of is no column, but the service's own name. */
    DataDeletionFact fact(String service) {
        return new DataDeletionFact(
                id, generation, tenantId, owner, service, status, holdings, startedAt, updatedAt, completedAt);
    }
}
