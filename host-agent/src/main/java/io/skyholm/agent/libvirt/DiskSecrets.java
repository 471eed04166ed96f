package io.skyholm.agent.libvirt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.libvirt.Secret;

/**
 * What opens encrypted disks, as libvirt has to know it while QEMU opens them, and no longer: in the memory of its daemon, and told to nobody who asks. Who is
 * killed in between leaves one there until the disk is opened the next time, or the daemon ends.
 */
record DiskSecrets(LibvirtConnect connect) {

    /**
     * What opens a disk for one use of it.
     *
     * @param id that of the use: two machines that share a disk do not take it from each other
     */
    record DiskSecret(UUID id, String passphrase) {

        /** Says nothing that is secret. */
        @Override
        public String toString() {
            return "secret " + id;
        }
    }

    /** Something that libvirt does with encrypted disks. */
    @FunctionalInterface
    interface Opening {

        void make() throws LibvirtException;
    }

    void during(List<DomainDevice> devices, Opening opening) throws LibvirtException {
        List<DiskSecret> secrets = devices.stream()
                .flatMap(device -> Stream.ofNullable(device.secret()))
                .toList();
        try {
            for (DiskSecret secret : secrets) {
                define(secret);
            }
            opening.make();
        } finally {
            for (DiskSecret secret : secrets) {
                forget(secret.id());
            }
        }
    }

    private void define(DiskSecret secret) throws LibvirtException {
        String xml = XmlElement.of("secret", XmlElement.of("uuid", secret.id().toString()))
                .with("ephemeral", "yes")
                .with("private", "yes")
                .toString();
        Secret defined = connect.secretDefineXML(xml);
        try {
            int ignored = defined.setValue(secret.passphrase().getBytes(US_ASCII));
        } finally {
            int ignored = defined.free();
        }
    }

    private void forget(UUID id) throws LibvirtException {
        Secret defined;
        try {
            defined = connect.secretLookupByUUIDString(id.toString());
        } catch (LibvirtException failure) {
            if (LibvirtErrors.is(failure, ErrorNumber.VIR_ERR_NO_SECRET)) {
                return;
            }
            throw failure;
        }
        try {
            int ignored = defined.undefine();
        } finally {
            int ignored = defined.free();
        }
    }
}
