package io.skyholm.agent.libvirt;

import org.libvirt.Connect;
import org.libvirt.Library;
import org.libvirt.LibvirtException;
import org.libvirt.jna.Libvirt.VirErrorCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of a process on which libvirt calls back and notices that its daemon is silent. It begins before the first connection. */
final class LibvirtEventLoop {

    private static final Logger LOG = LoggerFactory.getLogger(LibvirtEventLoop.class);

    /** Every error is thrown as well; without this, libvirt prints it. Native code has it, so it must never be collected. */
    private static final VirErrorCallback SILENT = (user, error) -> {};

    private static boolean begun;

    private LibvirtEventLoop() {}

    static synchronized void begin() throws LibvirtException {
        if (!begun) {
            Connect.setErrorCallback(SILENT);
            Library.initEventLoop();
            Thread ignored = Thread.ofPlatform().name("libvirt-events").daemon().start(LibvirtEventLoop::run);
            begun = true;
        }
    }

    private static void run() {
        try {
            Library.runEventLoop();
        } catch (LibvirtException | InterruptedException failure) {
            LOG.error("No more is heard of what machines do by themselves", failure);
        }
    }
}
