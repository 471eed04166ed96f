package io.skyholm.agent.libvirt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.libvirt.Secret;

/**
 * What opens disks that are encrypted or in Ceph, as libvirt has to know it while QEMU opens them, and no longer: in the memory of its daemon, and told to nobody who asks. Who is
 * killed in between leaves one there until the disk is opened the next time, or the daemon ends.
 */
record DiskSecrets(LibvirtConnect connect) {

    /**
     * What opens a disk for one use of it.
     *
     * @param id that of the use, or made of it: two machines that share a disk do not take it from each other
     * @param ofCeph whether it lets its machine into Ceph, and is written as Ceph writes keys
     */
    record DiskSecret(UUID id, boolean ofCeph, String text) {

        static DiskSecret passphrase(UUID use, String passphrase) {
            return new DiskSecret(use, false, passphrase);
        }

        static DiskSecret ofCeph(UUID use, String key) {
            return new DiskSecret(idOfCeph(use), true, key);
        }

        /** An encrypted disk in Ceph has two secrets for one use. */
        static UUID idOfCeph(UUID use) {
            return UUID.nameUUIDFromBytes(("ceph " + use).getBytes(US_ASCII));
        }

        private byte[] value() {
            return ofCeph ? Base64.getDecoder().decode(text) : text.getBytes(US_ASCII);
        }

        /** libvirt gives a secret to nothing that it is not for. */
        private XmlElement xml() {
            XmlElement xml = XmlElement.of("secret", XmlElement.of("uuid", id.toString()))
                    .with("ephemeral", "yes")
                    .with("private", "yes");
            return ofCeph
                    ? xml.and(XmlElement.of("usage", XmlElement.of("name", "skyholm " + id))
                            .with("type", "ceph"))
                    : xml;
        }

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
        List<DiskSecret> secrets =
                devices.stream().flatMap(device -> device.secrets().stream()).toList();
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
        Secret defined = connect.secretDefineXML(secret.xml().toString());
        try {
            int ignored = defined.setValue(secret.value());
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
