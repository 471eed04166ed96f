package io.skyholm.agent.libvirt;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a host's libvirt is reached and used.
 *
 * @param uri where its daemon listens
 * @param virtType how guests are run. It is decided here and not looked up: a host may offer KVM on which no guest ever boots
 * @param consoles the folder in which what guests write to their first serial port is kept
 * @param seeds the folder in which what guests are told when they boot is kept
 * @param patience how long its daemon may take to accept a connection
 */
public record LibvirtSettings(String uri, VirtType virtType, Path consoles, Path seeds, Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** With as much patience as is usual. */
    public LibvirtSettings(String uri, VirtType virtType, Path consoles, Path seeds) {
        this(uri, virtType, consoles, seeds, PATIENCE);
    }
}
