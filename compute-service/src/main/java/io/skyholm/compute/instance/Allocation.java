package io.skyholm.compute.instance;

import io.skyholm.compute.quota.Charge;
import io.skyholm.compute.size.Size;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How large an instance is to be, how much it holds of its machine, and what is charged for it to the quotas above it. The
 * three differ while it is resized: what is given back is what the row says it took, not its size by then.
 */
@Embeddable
public class Allocation {

    private @Nullable UUID planId;

    private int cpuCores;
    private int memoryGb;
    private int storageGb;
    private int gpuCount;
    private int heldCpuCores;
    private int heldMemoryGb;
    private int heldStorageGb;
    private int heldGpuCount;
    private String[] quotaScopes = new String[0];
    private int quotaInstances;
    private int quotaCpuCores;
    private int quotaMemoryGb;
    private int quotaStorageGb;
    private int quotaGpuCount;

    protected Allocation() {}

    Allocation(Size size, @Nullable UUID plan) {
        resize(size, plan);
    }

    /** The plan that it is sized by, if it is by one. */
    public @Nullable UUID planId() {
        return planId;
    }

    public Size size() {
        return new Size(cpuCores, memoryGb, storageGb, gpuCount);
    }

    /** It is to have that size, by that plan. */
    final void resize(Size size, @Nullable UUID plan) {
        planId = plan;
        cpuCores = size.cpuCores();
        memoryGb = size.memoryGb();
        storageGb = size.storageGb();
        gpuCount = size.gpuCount();
    }

    public Size held() {
        return new Size(heldCpuCores, heldMemoryGb, heldStorageGb, heldGpuCount);
    }

    public void held(Size size) {
        heldCpuCores = size.cpuCores();
        heldMemoryGb = size.memoryGb();
        heldStorageGb = size.storageGb();
        heldGpuCount = size.gpuCount();
    }

    public Charge charge() {
        Size charged = new Size(quotaCpuCores, quotaMemoryGb, quotaStorageGb, quotaGpuCount);
        return new Charge(List.of(quotaScopes), quotaInstances, charged);
    }

    public void charged(Charge charge) {
        quotaScopes = charge.scopes().toArray(String[]::new);
        quotaInstances = charge.instances();
        quotaCpuCores = charge.size().cpuCores();
        quotaMemoryGb = charge.size().memoryGb();
        quotaStorageGb = charge.size().storageGb();
        quotaGpuCount = charge.size().gpuCount();
    }
}
