package io.skyholm.agent.libvirt;

import com.sun.management.OperatingSystemMXBean;
import io.skyholm.agent.hypervisor.HostLoad;
import io.skyholm.agent.hypervisor.HostSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much of this machine is in use. libvirt's own figures of its memory are of one part of it where it has several. */
public record HostFigures(Path storage) {

    private static final double WHOLE = 100.0;
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final long KIB_PER_GIB = 1 << 20;
    private static final long BYTES_PER_GIB = 1 << 30;
    private static final long OWN_GIB = 1;
    private static final long MOST_GIB = 999_999;

    /**
     * What there is for machines of each of so many hosts that this machine is, where disks are in that folder: the machine keeps some memory for
     * itself.
     */
    public static HostSize size(Path storage, int hosts) {
        try {
            long memoryKib = (long) kib(Files.readAllLines(MEMORY), "MemTotal:");
            Path existing = storage.toAbsolutePath();
            while (!Files.exists(existing) && existing.getParent() != null) {
                existing = existing.getParent();
            }
            return new HostSize(
                    Runtime.getRuntime().availableProcessors(),
                    (int) Math.max(1, (memoryKib / KIB_PER_GIB - OWN_GIB) / hosts),
                    (int) Math.min(MOST_GIB, Files.getFileStore(existing).getTotalSpace() / BYTES_PER_GIB / hosts),
                    0,
                    null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("This machine does not say how large it is", unreadable);
        }
    }

    HostLoad load(List<String> warnings) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double processors = system.getCpuLoad();
        return new HostLoad(
                Double.isNaN(processors) ? 0 : Math.clamp(WHOLE * processors, 0, WHOLE),
                memoryPercent(),
                diskPercent(),
                false,
                warnings);
    }

    private static double memoryPercent() {
        try {
            List<String> lines = Files.readAllLines(MEMORY);
            return used(kib(lines, "MemAvailable:"), kib(lines, "MemTotal:"));
        } catch (IOException unreadable) {
            return WHOLE;
        }
    }

    private static double kib(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(0);
    }

    private double diskPercent() {
        try {
            FileStore store = Files.getFileStore(storage);
            return used((double) store.getUsableSpace(), (double) store.getTotalSpace());
        } catch (IOException unreadable) {
            return WHOLE;
        }
    }

    private static double used(double free, double all) {
        return all == 0 ? WHOLE : Math.clamp(WHOLE * (all - free) / all, 0, WHOLE);
    }
}
