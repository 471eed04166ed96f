package io.skyholm.storage.host;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the host of a thing has come with what the thing is to be, as its row says. */
@Embeddable
public class HostProgress {

    private @Nullable String statusReason;

    private @Nullable Instant waitUntil;

    private boolean isStale;

    /** Of a thing of which no host is to be told anything. */
    public HostProgress() {}

    /** Why it waits or has failed, for a person. */
    public @Nullable String statusReason() {
        return statusReason;
    }

    /** When its host has taken too long; null where nothing is waited for, or that is known already. */
    public @Nullable Instant waitUntil() {
        return waitUntil;
    }

    /** Whether its host is still to be told what it is to be. */
    public boolean isStale() {
        return isStale;
    }

    /** What it is to be has changed: its host is to be told. */
    public void change() {
        isStale = true;
    }

    /** Its host knows what it is to be, or need not know any more. */
    public void told() {
        isStale = false;
    }

    /** Its host has so long for it. */
    public void waitUntil(Instant deadline) {
        waitUntil = deadline;
    }

    /** Nothing is waited for any more, and what was said before holds. */
    public void waitNoLonger() {
        waitUntil = null;
    }

    /** It has come to something; the reason says why it is not what it should be. */
    public void settle(@Nullable String reason) {
        statusReason = reason;
        waitUntil = null;
    }
}
