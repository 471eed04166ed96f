package io.skyholm.agent.hypervisor;

import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What runs machines on a host. Every call blocks until it is done or fails with a {@link HypervisorProblem}, ends early when
 * its thread is interrupted, and may be repeated: what is already as it should be stays as it is. What it is told it remembers,
 * also when the agent is started anew.
 */
public interface Hypervisor {

    /** What the host has. */
    HostSize size();

    /** Whether its machines can have disks that lie in a namespace of a pool of Ceph. */
    default boolean opensNamespacesOfCeph() {
        return true;
    }

    /** How much of that is in use at this moment. */
    HostLoad load();

    /** All machines there are, whoever made them. */
    List<Machine> machines();

    /** The machine of this id, if there is one. */
    Optional<Machine> machine(UUID id);

    /** Tells at once of every machine that has changed, also by itself; whoever is told does not hold up the teller. */
    void listen(Consumer<UUID> machines);

    /**
     * The last that a machine has written to its console, so many bytes at most; none where it has written nothing, or is not there.
     */
    byte[] consoleLog(UUID machine, int most);

    /** Opens the console of a machine that runs; one that is open already waits until it is closed. */
    SerialLine openSerial(UUID machine);

    /** All ports there are. */
    List<Port> ports();

    /** The port of this id, if there is one. */
    Optional<Port> port(UUID id);

    /** All attachments of disks to machines there are. */
    List<Attachment> attachments();

    /** The attachment of this id, if there is one. */
    Optional<Attachment> attachment(UUID id);

    /**
     * Makes the machine with its disk and without starting it, or gives one that is there its names, the limits of its boot
     * disk, its ports and the generation of the desired state. Refuses while one of its ports is missing, and what the host has no room for.
     */
    void define(DesiredVm desired);

    /** Starts a machine that does not run; the restarts that were asked for count as done. */
    void start(DesiredVm desired);

    /** Asks the machine to shut down, and makes it when its time is over. */
    void stop(DesiredVm desired);

    /** Halts a machine that runs, and keeps its memory. */
    void suspend(DesiredVm desired);

    /** Lets a suspended machine go on. */
    void resume(DesiredVm desired);

    /** Restarts a machine that runs, once for all restarts that were asked for. */
    void restart(DesiredVm desired);

    /** Makes the disk of a machine that does not run anew from the image. */
    void rebuild(DesiredVm desired);

    /** Gives a machine that does not run another size; a disk never shrinks. */
    void resize(DesiredVm desired);

    /** Ends the machine at once and removes it with its own disk; those that are attached to it are it no longer. */
    void remove(UUID machine);

    /** Makes the port, or gives one that is there its addresses and rules; what it has carried stays counted. */
    void plug(DesiredPort desired);

    /** Removes the port; refuses while a machine uses it. */
    void unplug(UUID port);

    /** Gives a disk to a machine, whether or not that runs, or other limits to one that it has; refuses while the machine is missing. */
    void attach(DesiredAttachment desired);

    /** Takes a disk away from its machine. */
    void detach(UUID attachment);
}
