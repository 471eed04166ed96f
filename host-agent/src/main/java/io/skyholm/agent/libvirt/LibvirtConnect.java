package io.skyholm.agent.libvirt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.jna.Library;
import com.sun.jna.Native;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.util.Arrays;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt;
import org.libvirt.jna.virError;
import org.libvirt.jna.virTypedParameter;

/** A connection that can do what libvirt-java cannot: give a disk of a domain that runs other limits. */
final class LibvirtConnect extends Connect {

    private static final int LIVE = 1;
    private static final int NAME_LENGTH = 80;

    /** That call of libvirt; its library is loaded when it is first needed. */
    private interface Tuning extends Library {

        int virDomainSetBlockIoTune(
                DomainPointer domain, String disk, virTypedParameter[] limits, int count, int flags);
    }

    private static final class Loaded {

        private static final Tuning TUNING = Native.load("virt", Tuning.class);
    }

    LibvirtConnect(String uri) throws LibvirtException {
        super(uri);
    }

    /** Limits a disk, by the name that it has in the domain. */
    void limit(Domain domain, String disk, DiskLimits limits) throws LibvirtException {
        DomainPointer found = Libvirt.INSTANCE.virDomainLookupByUUIDString(vcp, domain.getUUIDString());
        if (found == null) {
            throw failed();
        }
        try {
            virTypedParameter[] all = (virTypedParameter[]) new virTypedParameter().toArray(2);
            fill(all[0], DiskLimits.OPERATIONS, limits.operations());
            fill(all[1], DiskLimits.BYTES, limits.bytes());
            if (Loaded.TUNING.virDomainSetBlockIoTune(found, disk, all, all.length, LIVE) < 0) {
                throw failed();
            }
        } finally {
            int ignored = Libvirt.INSTANCE.virDomainFree(found);
        }
    }

    private static void fill(virTypedParameter parameter, String name, long value) {
        parameter.field = Arrays.copyOf(name.getBytes(US_ASCII), NAME_LENGTH);
        parameter.type = virTypedParameter.TYPED_PARAM_ULONG;
        parameter.value.l = value;
        parameter.value.setType(long.class);
    }

    /** What the last call of this thread has failed of. */
    private static HypervisorProblem failed() {
        virError error = new virError();
        int ignored = Libvirt.INSTANCE.virCopyLastError(error);
        Libvirt.INSTANCE.virResetLastError();
        return LibvirtErrors.problem("The disk cannot be limited", new org.libvirt.Error(error));
    }
}
