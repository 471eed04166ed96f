package io.skyholm.agent.libvirt;

/** How guests are run: by QEMU alone, which works everywhere, or with the processor's help. */
public enum VirtType {
    QEMU("qemu", "maximum"),
    KVM("kvm", "host-passthrough");

    private final String domainType;
    private final String processor;

    VirtType(String domainType, String processor) {
        this.domainType = domainType;
        this.processor = processor;
    }

    String domainType() {
        return domainType;
    }

    /** Which processor guests see: everything that this type can do. */
    String processor() {
        return processor;
    }
}
