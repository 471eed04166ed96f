package io.skyholm.agent.libvirt;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.libvirt.event.LifecycleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to libvirt's daemon, which ends by itself when that is silent. */
final class LibvirtConnection {

    private static final Logger LOG = LoggerFactory.getLogger(LibvirtConnection.class);
    private static final int SECONDS_BETWEEN_PINGS = 2;
    private static final int MOST_UNANSWERED = 3;

    /** All there ever were. Native code calls back on one that was lost too, and a process ends whose callback was collected; there is one more for each time that libvirt was away. */
    private static final Set<LibvirtConnection> KEPT = ConcurrentHashMap.newKeySet();

    private final LibvirtConnect connect;
    private final LifecycleListener listener;

    private volatile boolean ended;

    private LibvirtConnection(LibvirtConnect connect, Consumer<UUID> changes) {
        this.connect = connect;
        this.listener = (domain, event) -> {
            tell(domain, changes);
            return 0;
        };
    }

    /** Tells of machines that have changed, be it by themselves. It is told on the thread on which libvirt hears, and must not ask it. */
    static LibvirtConnection open(String uri, Consumer<UUID> changes) throws LibvirtException {
        LibvirtEventLoop.begin();
        LibvirtConnection connection = new LibvirtConnection(new LibvirtConnect(uri), changes);
        KEPT.add(connection);
        connection.watch();
        return connection;
    }

    private void watch() throws LibvirtException {
        try {
            boolean ignored = connect.setKeepAlive(SECONDS_BETWEEN_PINGS, MOST_UNANSWERED);
            connect.registerCloseListener((closed, reason) -> ended = true);
            connect.addLifecycleListener(listener);
        } catch (LibvirtException failure) {
            int ignored = connect.close();
            throw failure;
        }
    }

    private static void tell(Domain domain, Consumer<UUID> changes) {
        try {
            changes.accept(UUID.fromString(domain.getUUIDString()));
        } catch (LibvirtException unknown) {
            LOG.warn("A machine has changed, and libvirt does not say which", unknown);
        }
    }

    Domains domains() {
        return new Domains(connect);
    }

    /** Whether it has not been lost, as far as is known without asking. */
    boolean isAlive() {
        try {
            return !ended && connect.isAlive();
        } catch (LibvirtException failure) {
            return false;
        }
    }

    /** A listener that stays would hold on to the connection, and be told of machines after its end. One that was lost cannot take it back. */
    void close() {
        ended = true;
        ignoringFailure(() -> connect.removeLifecycleListener(listener));
        ignoringFailure(connect::unregisterCloseListener);
        ignoringFailure(() -> {
            int ignored = connect.close();
        });
    }

    /** Part of an end, which goes on whatever fails of it. */
    @FunctionalInterface
    private interface Ending {

        void make() throws LibvirtException;
    }

    private static void ignoringFailure(Ending ending) {
        try {
            ending.make();
        } catch (LibvirtException failure) {
            LOG.debug("A connection to libvirt was not left in order", failure);
        }
    }
}
