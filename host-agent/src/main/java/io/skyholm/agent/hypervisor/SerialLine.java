package io.skyholm.agent.hypervisor;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A machine's first serial port, as whoever has plugged a cable into it has it. Closing it ends what waits for it. */
public interface SerialLine extends AutoCloseable {

    /** Waits for what the machine writes; says how many bytes of it were read, or -1 once the line has ended. */
    int read(ByteBuffer into) throws IOException;

    /** Types all of that; waits for a machine that does not read it. */
    void write(ByteBuffer typed) throws IOException;

    @Override
    void close() throws IOException;
}
