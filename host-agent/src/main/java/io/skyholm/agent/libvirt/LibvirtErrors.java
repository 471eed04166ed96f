package io.skyholm.agent.libvirt;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import org.jspecify.annotations.Nullable;
import org.libvirt.Error;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What libvirt's errors mean, as a tenant may read it and an operator can act on it: its own words name files of the host. */
final class LibvirtErrors {

    private static final Logger LOG = LoggerFactory.getLogger(LibvirtErrors.class);

    private LibvirtErrors() {}

    static boolean is(LibvirtException failure, ErrorNumber number) {
        return code(failure) == number;
    }

    private static ErrorNumber code(LibvirtException failure) {
        return code(failure.getError());
    }

    private static ErrorNumber code(@Nullable Error error) {
        return error == null ? ErrorNumber.VIR_ERR_UNKNOWN : error.getCode();
    }

    /** The same with what could not be done before it; the agent's log has libvirt's own words. */
    static HypervisorProblem problem(String what, LibvirtException failure) {
        LOG.warn("{}: {}", what, failure.getMessage());
        return new HypervisorProblem(what + ": " + reason(failure.getMessage(), code(failure)), failure);
    }

    /** The same for a call that libvirt-java does not know. */
    static HypervisorProblem problem(String what, Error error) {
        LOG.warn("{}: {}", what, error.getMessage());
        return new HypervisorProblem(what + ": " + reason(error.getMessage(), code(error)));
    }

    private static String reason(@Nullable String message, ErrorNumber code) {
        String said = String.valueOf(message);
        if (said.contains("Cannot allocate memory")) {
            return "the host has no memory left";
        }
        if (said.contains("No space left on device")) {
            return "the host has no room left for files";
        }
        return switch (code) {
            case VIR_ERR_OPERATION_TIMEOUT -> "another change of this machine takes long";
            case VIR_ERR_NO_DOMAIN -> "libvirt has no such machine";
            case VIR_ERR_NO_CONNECT, VIR_ERR_OPEN_FAILED -> "libvirt does not run";
            case VIR_ERR_AUTH_FAILED, VIR_ERR_ACCESS_DENIED, VIR_ERR_OPERATION_DENIED ->
                "libvirt does not let this agent in";
            case VIR_ERR_CONFIG_UNSUPPORTED -> "QEMU on this host cannot do that";
            case VIR_ERR_SYSTEM_ERROR -> "libvirt met an error of the host's system";
            case VIR_ERR_INTERNAL_ERROR, VIR_ERR_RPC -> "libvirt or QEMU failed, and the agent's log says how";
            default -> "libvirt says " + code;
        };
    }
}
