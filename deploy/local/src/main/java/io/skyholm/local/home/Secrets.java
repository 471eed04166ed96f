package io.skyholm.local.home;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;

/** Passwords and the like, made up once per data directory and kept in a file only its owner can read. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;
    private static final int KEY_BYTES = 32;

    private final Path file;

    public Secrets(DataDirectory data) {
        this.file = data.root().resolve("secrets.properties");
    }

    /** The password of this name. */
    public String password(String name) {
        return value(name, Secrets::newPassword);
    }

    /** The key of this name: 32 bytes in Base64. */
    public String key(String name) {
        return value(name, Secrets::newKey);
    }

    /** The signing key of this name: a private JSON Web Key. */
    public String signingKey(String name) {
        return value(name, SigningKey::create);
    }

    /** The identifier of this name: a UUID of version 7, like every id of the suite. */
    public UUID id(String name) {
        return UUID.fromString(value(name, () -> newId().toString()));
    }

    private String value(String name, Supplier<String> creation) {
        synchronized (RANDOM) {
            return read(name, creation);
        }
    }

    private String read(String name, Supplier<String> creation) {
        try {
            String known = read().getProperty(name);
            return known != null ? known : create(name, creation);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep secrets in " + file, failure);
        }
    }

    /** Two launchers may ask for the same new secret at the same moment; the lock lets the first one win. */
    private String create(String name, Supplier<String> creation) throws IOException {
        Path lockFile = file.resolveSibling(".secrets.lock");
        Files.createDirectories(lockFile.getParent());
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Properties all = read();
            String secret = all.getProperty(name);
            if (secret == null && lock.isValid()) {
                secret = creation.get();
                all.setProperty(name, secret);
                StringWriter text = new StringWriter();
                all.store(text, "Generated for this data directory only");
                PrivateFiles.write(file, text.toString());
            }
            return java.util.Objects.requireNonNull(secret);
        }
    }

    private Properties read() throws IOException {
        Properties all = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                all.load(reader);
            }
        }
        return all;
    }

    private static String newPassword() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES));
    }

    private static String newKey() {
        return Base64.getEncoder().encodeToString(random(KEY_BYTES));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static UUID newId() {
        long versioned = (System.currentTimeMillis() << 16) | 0x7000 | RANDOM.nextLong(1 << 12);
        long variant = (RANDOM.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(versioned, variant);
    }
}
