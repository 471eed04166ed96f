package io.skyholm.compute.instance;

import io.skyholm.events.compute.InstanceStatus;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far an instance is, what is being done with it, and what it waits for. */
@Embeddable
public class Progress {

    /** What the step of its operation is called in which it gets a machine. */
    public static final String PLACE = "place";

    @Enumerated(EnumType.STRING)
    private InstanceStatus status = InstanceStatus.CREATING;

    @Nullable String statusDetail;

    private @Nullable UUID operationId;

    @Nullable String waitReason;

    private int waitSeconds;

    protected Progress() {}

    Progress(int waitSeconds) {
        this.waitSeconds = waitSeconds;
    }

    public InstanceStatus status() {
        return status;
    }

    public @Nullable UUID operationId() {
        return operationId;
    }

    /** How long it may wait for a place. */
    public int waitSeconds() {
        return waitSeconds;
    }

    /** Something begins, and nothing that was said of what was before holds any more. */
    public void begin() {
        statusDetail = null;
    }

    public void begun(UUID operation) {
        operationId = operation;
    }

    public void is(InstanceStatus now) {
        status = now;
    }

    /** It stays as it is, for a reason that a person can read. */
    public void explained(String why) {
        statusDetail = why;
    }

    public void failed(@Nullable String why) {
        status = InstanceStatus.ERROR;
        statusDetail = why;
    }

    /** It rests, as it is to be. */
    public void completed(InstanceStatus now) {
        status = now;
        statusDetail = null;
        operationId = null;
    }

    /** Its operation has ended, one way or another. */
    public void ended() {
        operationId = null;
        waitReason = null;
    }

    public void waits(@Nullable String why) {
        waitReason = why;
    }
}
