package io.skyholm.agent.pool.luks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class LuksDiskTest {

    private static final DiskKeys FIRST = new DiskKeys(1, "a".repeat(64), List.of());
    private static final DiskKeys SECOND = new DiskKeys(2, "b".repeat(64), List.of(FIRST.current()));

    private final Path folder;
    private final Path file;
    private final DyingFile raw;
    private final LuksDisk disk;

    LuksDiskTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.file = folder.resolve("disk");
        this.raw = new DyingFile(file);
        this.disk = new LuksDisk(raw);
        disk.format(FIRST.current());
    }

    @Test
    void whatIsWrittenIsReadWithTheKeyAndIsNotWhatLiesThere() throws IOException {
        byte[] secret = random(1, 70_000);
        byte[] padded = Arrays.copyOf(secret, 70_144);
        int written = disk.bytes(FIRST).write(ByteBuffer.wrap(secret), 1024);
        byte[] read = new byte[padded.length];
        disk.bytes(FIRST).read(read, 1024);
        assertThat(written).isEqualTo(secret.length);
        assertThat(read).isEqualTo(padded);
        byte[] lying = Files.readAllBytes(file);
        assertThat(lying).hasSize((int) LuksDisk.HEADER + 1024 + padded.length);
        assertThat(Arrays.copyOfRange(lying, lying.length - padded.length, lying.length))
                .isNotEqualTo(padded);
    }

    @Test
    void anotherKeyOpensNothing() throws IOException {
        assertThat(disk.opensWith(FIRST.current())).isTrue();
        assertThat(disk.opensWith(SECOND.current())).isFalse();
        assertThatThrownBy(() -> disk.bytes(SECOND)).hasMessage("The key of the encrypted disk does not open it");
        assertThatThrownBy(() -> disk.change(new DiskKeys(3, "c".repeat(64), List.of("d".repeat(64)))))
                .hasMessage("None of the keys of the encrypted disk opens it");
        assertThat(disk.opensWith(FIRST.current())).isTrue();
    }

    @Test
    void whatIsNoEncryptedDiskIsNotTakenForOne() throws IOException {
        raw.write(new byte[10], 0);
        assertThatThrownBy(() -> disk.opensWith(FIRST.current())).isInstanceOf(HypervisorProblem.class);
    }

    @Test
    void afterAChangeOnlyTheNewKeyOpensItAndItsBytesAreTheSame() throws IOException {
        byte[] secret = random(1, 4096);
        int written = disk.bytes(FIRST).write(ByteBuffer.wrap(secret), 0);
        byte[] slots = Arrays.copyOf(Files.readAllBytes(file), (int) LuksDisk.HEADER);
        disk.change(SECOND);
        disk.change(SECOND);
        byte[] read = new byte[written];
        disk.bytes(SECOND).read(read, 0);
        assertThat(read).isEqualTo(secret);
        assertThat(disk.opensWith(FIRST.current())).isFalse();
        DiskKeys third = new DiskKeys(3, "c".repeat(64), List.of(SECOND.current()));
        disk.change(third);
        assertThat(disk.opensWith(SECOND.current())).isFalse();
        assertThat(disk.opensWith(third.current())).isTrue();
        // Who kept the sector of before, and puts it back, finds that what it names is written over.
        raw.write(Arrays.copyOf(slots, 592), 0);
        assertThat(disk.opensWith(FIRST.current())).isFalse();
    }

    /** The change is made of four writes. */
    @Test
    void whateverAChangeIsCutShortByOneOfTheKeysOpensTheDiskAndItIsMadeToTheEnd() throws IOException {
        byte[] before = Files.readAllBytes(file);
        for (int writes = 0; writes <= 2; writes++) {
            Files.write(file, before);
            DyingFile dying = new DyingFile(file);
            dying.endAfter(writes);
            assertThatThrownBy(() -> new LuksDisk(dying).change(SECOND)).hasMessage("no power");
            assertThat(List.of(disk.opensWith(FIRST.current()), disk.opensWith(SECOND.current())))
                    .containsExactly(writes < 2, writes == 2);
            disk.change(SECOND);
            assertThat(disk.opensWith(FIRST.current())).isFalse();
            assertThat(disk.opensWith(SECOND.current())).isTrue();
        }
    }

    @Test
    void keysAreNotShown() {
        assertThat(SECOND.toString()).doesNotContain("aaa").doesNotContain("bbb");
    }

    /** What others make of the format is the same as what is made of it here. */
    @Test
    @EnabledIfSystemProperty(named = "skyholm.real", matches = "true")
    void othersOpenWhatIsMadeHereAndItIsOpenedWhatOthersMade() throws IOException, InterruptedException {
        byte[] secret = random(1, 1 << 20);
        disk.change(SECOND);
        int written = disk.bytes(SECOND).write(ByteBuffer.wrap(secret), 0);
        assertThat(run(SECOND.current(), "cryptsetup", "open", "--test-passphrase", file.toString()))
                .isZero();
        assertThat(run(FIRST.current(), "cryptsetup", "open", "--test-passphrase", file.toString()))
                .isEqualTo(2);
        Path clear = folder.resolve("clear");
        Path key = folder.resolve("key");
        Files.writeString(key, SECOND.current());
        assertThat(run(
                        "",
                        "qemu-img",
                        "convert",
                        "--object",
                        "secret,id=key,file=" + key,
                        "--image-opts",
                        "driver=luks,key-secret=key,file.filename=" + file,
                        "-O",
                        "raw",
                        clear.toString()))
                .isZero();
        assertThat(Files.readAllBytes(clear)).hasSize(written).isEqualTo(secret);
        Path theirs = folder.resolve("theirs");
        try (RandomAccessFile sized = new RandomAccessFile(theirs.toFile(), "rw")) {
            sized.setLength(8 << 20);
        }
        assertThat(run(
                        SECOND.current(),
                        "cryptsetup",
                        "luksFormat",
                        "--type",
                        "luks1",
                        "-q",
                        "--pbkdf-force-iterations",
                        "1000",
                        theirs.toString(),
                        "-"))
                .isZero();
        assertThat(new LuksDisk(new DyingFile(theirs)).opensWith(SECOND.current()))
                .isTrue();
        assertThat(new LuksDisk(new DyingFile(theirs)).opensWith(FIRST.current()))
                .isFalse();
    }

    private static int run(String input, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().write(input.getBytes(UTF_8));
        process.getOutputStream().close();
        return process.waitFor();
    }

    private static byte[] random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
