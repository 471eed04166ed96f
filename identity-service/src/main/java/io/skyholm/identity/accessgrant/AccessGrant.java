package io.skyholm.identity.accessgrant;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.AccessGrantStatus;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** That an operator may work in a tenant for a while, or asks to. Times are as exact as the database keeps them. */
@Entity
class AccessGrant implements Revised {

    /** For so long a request waits: who is in need asks anew, and what nobody remembers is not accepted by mistake. */
    private static final Duration WAITS = Duration.ofDays(1);

    @Id
    UUID id;

    UUID tenantId;
    UUID operatorId;
    String operatorName;
    String reason;
    String[] permissions;
    int minutes;

    @Enumerated(EnumType.STRING)
    AccessGrantStatus status;

    Instant answerUntil;

    @Nullable UUID answeredBy;

    @Nullable Instant answeredAt;

    @Nullable Instant expiresAt;

    @Nullable Instant endedAt;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected AccessGrant() {}

    AccessGrant(Caller operator, RequestAccess command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = command.tenantId();
        this.operatorId = operator.id();
        this.operatorName = operator.username();
        this.reason = command.reason();
        this.permissions =
                command.asked().stream().sorted().map(Permission::name).toArray(String[]::new);
        this.minutes = command.minutes();
        this.status = AccessGrantStatus.REQUESTED;
        this.answerUntil = revision.createdAt().plus(WAITS);
        this.revision = revision;
    }

    List<Permission> permissions() {
        return Stream.of(permissions).map(Permission::parse).toList();
    }

    /** The tenant consents; from now on the time runs. Nobody lets an operator do more than they may themselves. */
    void accept(Caller answering, Instant now) {
        answer(answering, now);
        if (!answering.permissions().containsAll(permissions())) {
            throw AccessGrantProblems.moreThanYouHold();
        }
        status = AccessGrantStatus.ACTIVE;
        expiresAt = now.truncatedTo(MICROS).plus(Duration.ofMinutes(minutes));
    }

    /** The tenant does not consent. */
    void refuse(Caller answering, Instant now) {
        answer(answering, now);
        end(AccessGrantStatus.REFUSED, now);
    }

    private void answer(Caller answering, Instant now) {
        if (!answering.tenantId().equals(tenantId) || answering.id().equals(operatorId)) {
            throw AccessGrantProblems.notYoursToAnswer();
        }
        if (answering.credential().kind() != Credential.Kind.SESSION) {
            throw AccessGrantProblems.answeredByPeopleOnly();
        }
        if (status != AccessGrantStatus.REQUESTED || isOver(now)) {
            throw AccessGrantProblems.notRequested();
        }
        answeredBy = answering.id();
        answeredAt = now.truncatedTo(MICROS);
    }

    /** Ends it before its time, and tells whether that changed anything; one that has ended otherwise stays as it is. */
    boolean withdraw(Instant now) {
        if (status == AccessGrantStatus.WITHDRAWN) {
            return false;
        }
        if (!status.isOpen() || isOver(now)) {
            throw AccessGrantProblems.ended();
        }
        end(AccessGrantStatus.WITHDRAWN, now);
        return true;
    }

    /** Ends it if its time is over, and tells whether it did. */
    boolean expire(Instant now) {
        if (!isOver(now)) {
            return false;
        }
        end(AccessGrantStatus.EXPIRED, now);
        return true;
    }

    /** When it ends by itself; empty if it has ended. */
    Optional<Instant> due() {
        return status.isOpen() ? Optional.of(expiresAt == null ? answerUntil : expiresAt) : Optional.empty();
    }

    private boolean isOver(Instant now) {
        return due().filter(end -> !now.isBefore(end)).isPresent();
    }

    private void end(AccessGrantStatus how, Instant now) {
        status = how;
        endedAt = now.truncatedTo(MICROS);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
