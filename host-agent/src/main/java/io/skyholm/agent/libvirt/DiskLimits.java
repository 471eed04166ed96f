package io.skyholm.agent.libvirt;

import io.skyholm.events.host.IoLimits;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * How fast a domain may use one of its disks, as libvirt counts it.
 *
 * @param operations in a second; 0 for as many as it can
 * @param bytes in a second; 0 for as many as it can
 */
record DiskLimits(long operations, long bytes) {

    static final String OPERATIONS = "total_iops_sec";
    static final String BYTES = "total_bytes_sec";
    private static final String ELEMENT = "iotune";
    private static final long BYTES_PER_MIB = 1 << 20;
    private static final DiskLimits NONE = new DiskLimits(0, 0);

    static DiskLimits of(@Nullable IoLimits limits) {
        if (limits == null) {
            return NONE;
        }
        Integer operations = limits.maxIops();
        Integer mib = limits.maxMibPerSecond();
        return new DiskLimits(operations == null ? 0 : operations, mib == null ? 0 : mib * BYTES_PER_MIB);
    }

    /** Those that a disk of a domain has. */
    static DiskLimits of(Element disk) {
        return XmlTree.first(disk, ELEMENT)
                .map(element -> new DiskLimits(number(element, OPERATIONS), number(element, BYTES)))
                .orElse(NONE);
    }

    private static long number(Element limits, String name) {
        return XmlTree.first(limits, name)
                .map(Element::getTextContent)
                .map(Long::parseLong)
                .orElse(0L);
    }

    XmlElement xml() {
        return XmlElement.of(
                ELEMENT,
                XmlElement.of(BYTES, Long.toString(bytes)),
                XmlElement.of(OPERATIONS, Long.toString(operations)));
    }
}
