package io.skyholm.agent.pool.luks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class XtsTest {

    /** The beginning of vector 10 of IEEE 1619: AES-256, the sector 0xff, bytes that count. */
    @Test
    void encryptsAsTheStandardSays() {
        byte[] key = HexFormat.of()
                .parseHex("2718281828459045235360287471352662497757247093699959574966967627"
                        + "3141592653589793238462643383279502884197169399375105820974944592");
        byte[] plain = new byte[Xts.SECTOR];
        for (int at = 0; at < plain.length; at++) {
            plain[at] = (byte) at;
        }
        byte[] encrypted = new Xts(key).encrypt(plain, 0xff);
        assertThat(HexFormat.of().formatHex(encrypted, 0, 64))
                .isEqualTo("1c3b3a102f770386e4836c99e370cf9bea00803f5e482357a4ae12d414a3e63b"
                        + "5d31e276f8fe4a8d66b317f9ac683f44680a86ac35adfc3345befecb4bb188fd");
        assertThat(new Xts(key).decrypt(encrypted, 0xff)).isEqualTo(plain);
    }

    @Test
    void aSectorIsAnotherElsewhereAndManyAreTheSameAsOneAfterTheOther() {
        byte[] key = random(1, Xts.KEY);
        byte[] plain = random(2, 3 * Xts.SECTOR);
        Xts cipher = new Xts(key);
        byte[] together = cipher.encrypt(plain, 7);
        for (int sector = 0; sector < 3; sector++) {
            byte[] alone = Arrays.copyOfRange(plain, sector * Xts.SECTOR, (sector + 1) * Xts.SECTOR);
            assertThat(cipher.encrypt(alone, 7 + sector))
                    .isEqualTo(Arrays.copyOfRange(together, sector * Xts.SECTOR, (sector + 1) * Xts.SECTOR))
                    .isNotEqualTo(cipher.encrypt(alone, 8 + sector));
        }
    }

    @Test
    void partsOfSectorsAndOtherKeysAreRefused() {
        assertThatThrownBy(() -> new Xts(new byte[32])).isInstanceOf(IllegalArgumentException.class);
        Xts cipher = new Xts(random(1, Xts.KEY));
        assertThatThrownBy(() -> cipher.encrypt(new byte[100], 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
