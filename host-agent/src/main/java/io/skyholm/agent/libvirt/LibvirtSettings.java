package io.skyholm.agent.libvirt;

import io.skyholm.agent.network.NetworkSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a host's libvirt is reached and used.
 *
 * @param uri where its daemon listens
 * @param virtType how guests are run. It is decided here and not looked up: a host may offer KVM on which no guest ever boots
 * @param consoles the folder in which what guests write to their first serial port is kept
 * @param seeds the folder in which what guests are told when they boot is kept
 * @param network how the host is connected
 * @param patience how long its daemon may take to accept a connection
 */
public record LibvirtSettings(
        String uri, VirtType virtType, Path consoles, Path seeds, NetworkSettings network, Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The folder of the sockets by which consoles are typed into, beside that of what was written to them. */
    Path lines() {
        return consoles.resolveSibling("lines");
    }

    /** Where a host keeps what it remembers in that folder, with as much patience as is usual. */
    public static LibvirtSettings in(Path folder, String uri, VirtType virtType, NetworkSettings network) {
        return new LibvirtSettings(
                uri, virtType, folder.resolve("consoles"), folder.resolve("seeds"), network, PATIENCE);
    }
}
