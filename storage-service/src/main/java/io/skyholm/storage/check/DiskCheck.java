package io.skyholm.storage.check;

import io.skyholm.events.host.CheckOutcome;
import io.skyholm.events.host.DesiredDiskCheck;
import io.skyholm.events.storage.DiskCheckStatus;
import io.skyholm.hosts.ThingOnHost;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.storage.Owner;
import io.skyholm.storage.disk.CopyableDisks.CheckableDisk;
import io.skyholm.storage.host.HostProgress;
import io.skyholm.storage.host.HostedThing;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last check of a disk, whose id it has. The thing on its host is there from when the check is asked for until the result was taken over, or
 * nobody wants it any more.
 */
@Entity
class DiskCheck implements Revised, HostedThing {

    private static final String SAYS_NOTHING = "Its host does not say what it has found";

    @Id
    UUID id;

    UUID tenantId;

    @Nullable UUID userId;

    int sizeGb;
    boolean repair;

    /** Counts the checks of this disk. */
    long run;

    @Enumerated(EnumType.STRING)
    DiskCheckStatus status;

    String[] findings;
    Instant startedAt;

    /** When it has taken too long. */
    Instant checkUntil;

    @Nullable Instant checkedAt;

    /** Of which run its host has told a result. */
    long foundRun;

    @Enumerated(EnumType.STRING)
    @Nullable CheckOutcome foundOutcome;

    /** As its host has told them, a line for each. */
    @Nullable String foundFindings;

    /** Whether its host has nothing of it any more. */
    boolean isReleased;

    @Embedded
    HostProgress progress = new HostProgress();

    @Embedded
    ThingOnHost onHost = new ThingOnHost();

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected DiskCheck() {}

    /** The first of a disk. */
    DiskCheck(CheckableDisk disk, boolean repair, Instant now, Instant checkUntil, Revision revision) {
        this.id = disk.id();
        this.tenantId = disk.tenantId();
        this.userId = disk.userId();
        this.isReleased = true;
        this.status = DiskCheckStatus.CANCELLED;
        this.revision = revision;
        begin(disk, repair, now, checkUntil);
    }

    /** The disk is checked, again if it was already. */
    final void begin(CheckableDisk disk, boolean isRepair, Instant now, Instant until) {
        if (status == DiskCheckStatus.CHECKING) {
            throw DiskCheckProblems.isRunning();
        }
        if (!isReleased && !disk.host().equals(onHost.host())) {
            throw DiskCheckProblems.isEnding();
        }
        onHost.assign(disk.host());
        sizeGb = disk.sizeGb();
        repair = isRepair;
        run++;
        findings = new String[0];
        startedAt = now;
        checkUntil = until;
        checkedAt = null;
        isReleased = false;
        settle(DiskCheckStatus.CHECKING, null);
    }

    UUID host() {
        return Objects.requireNonNull(onHost.host(), "a check is on a host");
    }

    /** What its host is told of it from now on. */
    DesiredDiskCheck tell() {
        progress.told();
        boolean present = !isLeaving();
        return new DesiredDiskCheck(
                id, onHost.tell(host(), present), present, present ? tenantId : null, run, sizeGb, repair);
    }

    @Override
    public boolean isLeaving() {
        return status != DiskCheckStatus.CHECKING;
    }

    /** It is leaving as soon as it is. */
    @Override
    public boolean isReady() {
        return false;
    }

    @Override
    public boolean hasFailed() {
        return progress.statusReason() != null;
    }

    @Override
    public HostProgress progress() {
        return progress;
    }

    @Override
    public ThingOnHost onHost() {
        return onHost;
    }

    boolean isLate(Instant now) {
        return !isLeaving() && !checkUntil.isAfter(now);
    }

    /** Why it has not come to its end, for a person. */
    String lateness() {
        @Nullable String reason = progress.statusReason();
        return reason == null
                ? "The disk could not be checked in time"
                : "The disk could not be checked in time: " + reason;
    }

    @Override
    public Next next() {
        Instant waits = progress.waitUntil();
        if (isLeaving()) {
            return waits == null ? Next.DONE : Next.at(waits);
        }
        return Next.at(waits == null || checkUntil.isBefore(waits) ? checkUntil : waits);
    }

    /** Its host has read the disk to the end; says whether it has told what it found. */
    boolean takeResult(Instant now) {
        if (foundRun != run || foundOutcome == null) {
            fail(SAYS_NOTHING);
            return false;
        }
        checkedAt = now;
        findings = foundFindings == null || foundFindings.isEmpty() ? new String[0] : foundFindings.split("\n");
        settle(
                switch (foundOutcome) {
                    case SOUND -> DiskCheckStatus.SOUND;
                    case REPAIRED -> DiskCheckStatus.REPAIRED;
                    case DAMAGED -> DiskCheckStatus.DAMAGED;
                },
                null);
        return true;
    }

    /** It waits longer than usual for its host. */
    void explain(String reason) {
        progress.settle(reason);
    }

    void fail(String reason) {
        settle(DiskCheckStatus.ERROR, reason);
    }

    /** Nobody wants the result any more. */
    void cancel(@Nullable String reason) {
        if (isLeaving()) {
            throw DiskCheckProblems.isNotRunning();
        }
        settle(DiskCheckStatus.CANCELLED, reason);
    }

    /** It goes with its disk to another tenant. */
    void give(Owner to) {
        tenantId = to.tenantId();
        userId = to.userId();
        if (!isLeaving()) {
            progress.change();
        }
    }

    /** Its host has nothing of it any more. */
    void released() {
        isReleased = true;
        progress.told();
        progress.waitNoLonger();
    }

    private void settle(DiskCheckStatus next, @Nullable String reason) {
        status = next;
        progress.settle(reason);
        progress.change();
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
