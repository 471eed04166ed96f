package io.skyholm.operations;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.EventJson;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.events.operation.OperationStatus;
import io.skyholm.events.operation.OperationStep;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a resource that takes time; times are as exact as the database keeps them. */
@Entity
@Table(name = "operation")
public class Operation implements Revised {

    @Id
    UUID id;

    UUID tenantId;

    @Enumerated(EnumType.STRING)
    OperationKind kind;

    String resourceType;
    UUID resourceId;

    @Nullable UUID parentId;

    @Enumerated(EnumType.STRING)
    OperationStatus status;

    @Nullable String detail;

    @Convert(converter = StepsColumn.class)
    List<OperationStep> steps;

    String request;
    Instant deadline;

    @Nullable Instant endedAt;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Operation() {}

    /** One that has that long; what is to be written down, the recorder begins. */
    public Operation(UUID id, NewOperation begin, Object request, Duration longest, Revision revision) {
        this.id = id;
        this.tenantId = begin.tenantId();
        this.kind = begin.kind();
        this.resourceType = begin.resourceType();
        this.resourceId = begin.resourceId();
        this.parentId = begin.parentId();
        this.status = OperationStatus.RUNNING;
        this.steps = List.of();
        this.request = EventJson.write(request);
        this.deadline = revision.createdAt().plus(longest);
        this.revision = revision;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** Its id. */
    public UUID id() {
        return id;
    }

    /** What it does. */
    public OperationKind kind() {
        return kind;
    }

    /** What it was asked with. */
    public <T> T request(Class<T> type) {
        return EventJson.read(request, type);
    }

    /** What it is about. */
    public UUID resourceId() {
        return resourceId;
    }

    /** The parent operation, whose child it is. */
    public @Nullable UUID parentId() {
        return parentId;
    }

    /** When it has to have ended. */
    public Instant deadline() {
        return deadline;
    }

    /** Whether it is still going on. */
    public boolean isOpen() {
        return endedAt == null;
    }

    /** Whether it has taken too long. */
    public boolean isOver(Instant now) {
        return isOpen() && !now.isBefore(deadline);
    }

    /** Gives it another deadline, because what it waited for has come. */
    public void until(Instant later) {
        deadline = later.truncatedTo(MICROS);
    }

    /** What was last being done. */
    public Optional<OperationStep> lastStep() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    /** How often it has come to that step. */
    public long times(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).count();
    }

    /** Says what is being done now; what was being done before is done. True if that is news. */
    public boolean at(String name, @Nullable String what, Instant now) {
        OperationStep last = steps.isEmpty() ? null : steps.getLast();
        if (last != null && last.name().equals(name) && last.endedAt() == null) {
            boolean news = !Objects.equals(last.detail(), what);
            replaceLast(new OperationStep(name, OperationStatus.RUNNING, what, last.startedAt(), null));
            return news;
        }
        endStep(OperationStatus.SUCCEEDED, null, now);
        List<OperationStep> more = new ArrayList<>(steps);
        more.add(new OperationStep(name, OperationStatus.RUNNING, what, now.truncatedTo(MICROS), null));
        steps = List.copyOf(more);
        return true;
    }

    /** Notes a child operation that was refused, without which it goes on. */
    public void refused(String why, Instant now) {
        List<OperationStep> more = new ArrayList<>(steps);
        Instant at = now.truncatedTo(MICROS);
        more.add(new OperationStep("refuse", OperationStatus.FAILED, why, at, at));
        steps = List.copyOf(more);
    }

    void end(OperationStatus outcome, @Nullable String why, Instant now) {
        endStep(outcome, why, now);
        status = outcome;
        detail = why;
        endedAt = now.truncatedTo(MICROS);
    }

    private void endStep(OperationStatus outcome, @Nullable String why, Instant now) {
        if (!steps.isEmpty() && steps.getLast().endedAt() == null) {
            OperationStep last = steps.getLast();
            replaceLast(new OperationStep(
                    last.name(),
                    outcome,
                    why == null ? last.detail() : why,
                    last.startedAt(),
                    now.truncatedTo(MICROS)));
        }
    }

    private void replaceLast(OperationStep step) {
        List<OperationStep> changed = new ArrayList<>(steps);
        changed.set(changed.size() - 1, step);
        steps = List.copyOf(changed);
    }
}
