package io.skyholm.agent.pool.rbd;

import com.ceph.rados.exceptions.ErrorCode;
import com.ceph.rados.exceptions.RadosException;
import com.ceph.rbd.RbdException;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.FileFailures;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** What the numbers mean that Ceph answers with, as a tenant may read it and an operator can act on it. */
final class CephErrors {

    static final int NOT_PERMITTED = -1;
    static final int NOT_THERE = -2;
    static final int BROKEN = -5;
    static final int REFUSED = -13;
    static final int BUSY = -16;
    static final int THERE_ALREADY = -17;
    static final int INVALID = -22;
    static final int FULL = -28;

    /** So says RBD of an image whose lock it did not get, of which it does not know whether anybody has it. */
    static final int NOT_LOCKED = -30;

    static final int NOT_EMPTY = -39;
    static final int SHUT_OUT = -108;
    static final int TIMED_OUT = -110;
    static final int OVER_QUOTA = -122;
    static final int ANOTHERS = -125;
    static final int NO_KEY = -126;
    static final int NO_KEY_YET = -127;

    private CephErrors() {}

    /** Fails unless the call worked. */
    static int check(int result, String call) throws RadosException {
        if (result < 0) {
            throw new RadosException(call, result);
        }
        return result;
    }

    /** The number that a call failed with; 0 where it is another failure. */
    static int code(IOException failure) {
        return switch (failure) {
            case RadosException ofRados -> ofRados.getReturnValue();
            case RbdException ofRbd -> ofRbd.getReturnValue();
            default -> 0;
        };
    }

    /** Whether nobody knows what of a call was done. */
    static boolean isUnanswered(IOException failure) {
        int code = code(failure);
        return code == TIMED_OUT || code == NOT_LOCKED;
    }

    /** The same with what could not be done before it. Who was cut off from an image is seen there for half a minute more, and then no longer. */
    static HypervisorProblem problem(String what, IOException failure) {
        if (code(failure) == BUSY) {
            return HypervisorProblem.notYet(what + ": Ceph sees that it was open a moment ago");
        }
        if (code(failure) == NO_KEY_YET) {
            return HypervisorProblem.notYet(what + ": " + reason(failure));
        }
        return new HypervisorProblem(what + ": " + reason(failure), failure);
    }

    private static String reason(IOException failure) {
        if (failure instanceof ClosedByInterruptException) {
            return "it was given up";
        }
        int code = code(failure);
        return switch (code) {
            case 0 -> FileFailures.reason(failure);
            case NOT_PERMITTED, REFUSED -> "Ceph does not accept the key of this host";
            case NO_KEY, NO_KEY_YET -> "this host has not been told yet where its disks are in Ceph";
            case ANOTHERS ->
                "the Ceph pool has disks of hosts, and no index of them, so that nobody knows whose they are";
            case INVALID -> "these are no monitors or no key of Ceph (" + -code + ")";
            case FULL, OVER_QUOTA -> "the Ceph pool is full";
            case SHUT_OUT -> "another agent of this host has taken over its disks";
            case TIMED_OUT -> "Ceph does not answer";
            case NOT_LOCKED -> "Ceph does not give the lock of the image that is to be written";
            default -> "Ceph says " + ErrorCode.getErrorMessage(code) + " (" + -code + ")";
        };
    }
}
