package io.skyholm.compute.instance;

import io.skyholm.compute.size.Size;
import jakarta.persistence.Embeddable;

/** How large an instance shall be, and how much it holds of its machine and of the quotas of those whose it is. */
@Embeddable
class Amounts {

    private int cpuCores;
    private int memoryGb;
    private int storageGb;
    private int gpuCount;
    private int heldCpuCores;
    private int heldMemoryGb;
    private int heldStorageGb;
    private int heldGpuCount;
    String[] quotaScopes = new String[0];
    int quotaInstances;
    private int quotaCpuCores;
    private int quotaMemoryGb;
    private int quotaStorageGb;
    private int quotaGpuCount;

    Size size() {
        return new Size(cpuCores, memoryGb, storageGb, gpuCount);
    }

    void size(Size size) {
        cpuCores = size.cpuCores();
        memoryGb = size.memoryGb();
        storageGb = size.storageGb();
        gpuCount = size.gpuCount();
    }

    Size held() {
        return new Size(heldCpuCores, heldMemoryGb, heldStorageGb, heldGpuCount);
    }

    void held(Size size) {
        heldCpuCores = size.cpuCores();
        heldMemoryGb = size.memoryGb();
        heldStorageGb = size.storageGb();
        heldGpuCount = size.gpuCount();
    }

    Size quota() {
        return new Size(quotaCpuCores, quotaMemoryGb, quotaStorageGb, quotaGpuCount);
    }

    void quota(int instances, Size size) {
        quotaInstances = instances;
        quotaCpuCores = size.cpuCores();
        quotaMemoryGb = size.memoryGb();
        quotaStorageGb = size.storageGb();
        quotaGpuCount = size.gpuCount();
    }
}
