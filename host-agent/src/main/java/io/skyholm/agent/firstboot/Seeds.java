package io.skyholm.agent.firstboot;

import io.skyholm.agent.file.OwnedFile;
import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.network.StoredPorts;
import io.skyholm.events.folder.TrustedFolder;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * The images from which machines read what they are told when they boot.
 *
 * @param ports what is to be told of their ports
 */
public record Seeds(Path folder, StoredPorts ports) {

    private static final String LABEL = "cidata";

    /** Where that of a machine is. */
    public Path of(UUID machine) {
        return folder.resolve(machine + ".seed");
    }

    public void make() {
        try {
            TrustedFolder.make(folder);
        } catch (IOException failure) {
            throw new HypervisorProblem("There is no folder for what guests are told when they boot", failure);
        }
    }

    /** Makes that of a machine with these disks, which knows its ports already. A guest that runs goes on with the one that it began with. */
    public void write(DesiredVm desired, List<Attachment> disks) {
        List<DesiredPort> told = desired.portIds().stream().map(this::needed).toList();
        byte[] image = IsoImage.of(LABEL, NoCloud.files(desired, told, disks));
        try {
            file(desired.id()).write(image);
        } catch (IOException failure) {
            throw new HypervisorProblem("What a guest is told when it boots cannot be written", failure);
        }
    }

    private DesiredPort needed(UUID port) {
        return ports.find(port).orElseThrow(() -> HypervisorProblem.notYet("Port " + port + " is not there yet"));
    }

    public void remove(UUID machine) {
        try {
            file(machine).delete();
        } catch (IOException failure) {
            throw new HypervisorProblem("What a guest was told when it booted cannot be removed", failure);
        }
    }

    private OwnedFile file(UUID machine) {
        return new OwnedFile(of(machine));
    }
}
