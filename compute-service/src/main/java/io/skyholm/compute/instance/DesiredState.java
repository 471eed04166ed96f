package io.skyholm.compute.instance;

import io.skyholm.events.host.VmPower;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the host is to run, and which revision of it the host was told. Every change of anything that a host is told counts
 * the revision: so it is known whether there is something to tell before a password is made or a script rendered.
 */
@Embeddable
public class DesiredState {

    @Enumerated(EnumType.STRING)
    private VmPower power = VmPower.RUNNING;

    private long restarts;
    private long builds = 1;
    private long specRevision = 1;
    private long toldRevision;
    private String[] toldAttachments = new String[0];
    private long toldBuilds;

    @Enumerated(EnumType.STRING)
    private @Nullable VmPower toldPower;

    public VmPower power() {
        return power;
    }

    public long restarts() {
        return restarts;
    }

    public long builds() {
        return builds;
    }

    public void power(VmPower desired) {
        power = desired;
        changed();
    }

    public void restart() {
        restarts++;
        changed();
    }

    void rebuild() {
        builds++;
        changed();
    }

    /** Whether its host has a disk of it, and does not know yet that it is to be made anew. */
    boolean isRebuildUntold() {
        return toldPower != null && toldBuilds < builds;
    }

    /** It is what its host was last told. */
    void keepBuild() {
        builds = toldBuilds;
        power(Objects.requireNonNull(toldPower));
    }

    void changed() {
        specRevision++;
    }

    /** Its host is told again, though nothing has changed. */
    public void tellAgain() {
        changed();
    }

    public void told(List<String> attachments) {
        toldRevision = specRevision;
        toldBuilds = builds;
        toldPower = power;
        toldAttachments = attachments.toArray(String[]::new);
    }

    public boolean isTold(List<String> attachments) {
        return toldRevision == specRevision && List.of(toldAttachments).equals(attachments);
    }
}
