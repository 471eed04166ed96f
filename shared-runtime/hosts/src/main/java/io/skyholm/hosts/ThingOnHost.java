package io.skyholm.hosts;

import io.skyholm.events.host.ThingState;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of a row that every thing on a host has: where it is, what its host was told last, and what the host reported.
 * {@link ObservedThings} are noted in the same columns by statement, with the time in {@code seen_at}, and a report about an
 * older desired state is never taken for an answer to a newer one.
 */
@Embeddable
public class ThingOnHost {

    private @Nullable UUID computeMachineId;

    private long desiredGeneration;

    private boolean desiredPresent;

    long seenGeneration;

    @Enumerated(EnumType.STRING)
    @Nullable ThingState seenState;

    boolean seenSettled;

    private @Nullable String seenDetail;

    private long settledGeneration;

    /** Of a thing that no host was told of. */
    public ThingOnHost() {}

    /** Gives it a host, which has seen nothing of it. */
    public void assign(UUID host) {
        if (!host.equals(computeMachineId)) {
            desiredGeneration = nextGeneration(host) - 1;
            leave();
            computeMachineId = host;
        }
    }

    /** The same thing on one more host, which has seen nothing of it; newer than whatever that may have been told of it before. */
    public ThingOnHost on(UUID other) {
        ThingOnHost there = new ThingOnHost();
        there.computeMachineId = computeMachineId;
        there.desiredGeneration = desiredGeneration;
        there.assign(other);
        return there;
    }

    /** Notes that a host is told to have it, or not to have it, and returns the generation of what it is told. */
    public long tell(UUID host, boolean present) {
        assign(host);
        desiredGeneration = DesiredGeneration.next(desiredGeneration);
        desiredPresent = present;
        return desiredGeneration;
    }

    /** The generation of what that host will be told next. */
    public long nextGeneration(UUID host) {
        return host.equals(computeMachineId)
                ? DesiredGeneration.next(desiredGeneration)
                : DesiredGeneration.onAnotherHost(desiredGeneration);
    }

    /** It is gone for good; the row goes on telling where it was last. */
    public void end() {
        desiredPresent = false;
    }

    /**
     * No host has it any more. The detail that was reported last stays to be read; everything else begins anew, so that
     * whatever one host reported, the next one is heard.
     */
    public void leave() {
        computeMachineId = null;
        desiredPresent = false;
        seenGeneration = 0;
        seenState = null;
        seenSettled = false;
        settledGeneration = 0;
    }

    /** The host that it is on, or is to be on; absent while there is none. */
    public @Nullable UUID host() {
        return computeMachineId;
    }

    /** That of what its host was told last; 0 if no host ever was. */
    public long desiredGeneration() {
        return desiredGeneration;
    }

    /** Whether its host was told to have it. */
    public boolean isDesired() {
        return computeMachineId != null && desiredPresent;
    }

    /** Whether its host has done all that it was told last. */
    public boolean isSettled() {
        return isAnswered() && seenSettled;
    }

    /** What its host reports in answer to what it was told last; absent while it has not answered. */
    public @Nullable ThingState state() {
        return isAnswered() ? seenState : null;
    }

    /** What the host adds to that for a person. */
    public @Nullable String detail() {
        return isAnswered() ? seenDetail : null;
    }

    /** Whether its host has shown that it did what it was told with this generation, or a newer one. */
    public boolean hasSettled(long generation) {
        return settledGeneration >= generation;
    }

    /** Whether its host has shown that nothing of it is there, or was never told of it. */
    public boolean isProvenGone() {
        return !desiredPresent && (desiredGeneration == 0 || (isSettled() && seenState == ThingState.ABSENT));
    }

    /** Whether nothing of it is on its host: the host has shown it, or is fenced or deleted itself. */
    public boolean isGone(HostState host) {
        return host.isGone() || isProvenGone();
    }

    private boolean isAnswered() {
        return computeMachineId != null && seenGeneration >= desiredGeneration;
    }
}
