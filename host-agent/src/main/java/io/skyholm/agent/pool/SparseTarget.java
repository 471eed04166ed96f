package io.skyholm.agent.pool;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where a disk's bytes are written that held nothing before. Zeros are not written, so that they take no room.
 *
 * @param sizeBytes how large the disk is to be
 */
public record SparseTarget(BytesTarget target, long sizeBytes) {

    /** Writes all that the buffer holds; what lies beyond the disk's end may be zeros only. */
    public void write(ByteBuffer bytes, long at) throws IOException {
        if (bytes.mismatch(ByteBuffer.allocate(bytes.remaining())) < 0) {
            return;
        }
        if (at + bytes.remaining() > sizeBytes) {
            throw tooLarge();
        }
        for (long position = at; bytes.hasRemaining(); ) {
            position += target.write(bytes, position);
        }
    }

    /** Refuses a disk that would not fit. */
    void require(long size) {
        if (size > sizeBytes) {
            throw tooLarge();
        }
    }

    private static HypervisorProblem tooLarge() {
        return HypervisorProblem.forGood("The image is larger than the disk");
    }
}
