package io.skyholm.agent.pool.rbd;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.util.ArrayList;
import java.util.List;

/** Texts as C's functions take them: their addresses one after the other, and their lengths beside that. */
final class Strings implements AutoCloseable {

    private final List<Memory> texts = new ArrayList<>();
    private final Memory addresses;
    private final Memory lengths;

    Strings(List<String> all) {
        this.addresses = new Memory((long) Native.POINTER_SIZE * Math.max(1, all.size()));
        this.lengths = new Memory((long) Native.SIZE_T_SIZE * Math.max(1, all.size()));
        for (int number = 0; number < all.size(); number++) {
            byte[] bytes = all.get(number).getBytes(UTF_8);
            Memory text = new Memory(bytes.length + 1L);
            text.write(0, bytes, 0, bytes.length);
            text.setByte(bytes.length, (byte) 0);
            texts.add(text);
            addresses.setPointer((long) number * Native.POINTER_SIZE, text);
            lengths.setLong((long) number * Native.SIZE_T_SIZE, bytes.length);
        }
    }

    Memory addresses() {
        return addresses;
    }

    Memory lengths() {
        return lengths;
    }

    @Override
    public void close() {
        texts.forEach(Memory::close);
        addresses.close();
        lengths.close();
    }
}
