package io.skyholm.local.ceph;

import io.skyholm.local.home.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Keyrings, each with the key of one entity and with what that may do. */
public record CephKeys(CephFiles files) {

    private static final String KEY = "key = ";

    /** What an entity may do to those parts of the cluster. */
    public record Right(String part, String what) {}

    /** Makes a key unless it is there. */
    public Path make(String entity, Path keyring, List<Right> rights) {
        if (!Files.exists(keyring)) {
            Path draft = keyring.resolveSibling(keyring.getFileName() + ".draft");
            List<String> command = new ArrayList<>(
                    List.of("ceph-authtool", draft.toString(), "--create-keyring", "--gen-key", "-n", entity));
            rights.forEach(right -> command.addAll(List.of("--cap", right.part(), right.what())));
            files.run(command.toArray(String[]::new));
            try {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
                Files.move(draft, keyring);
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot write " + keyring, failure);
            }
        }
        return keyring;
    }

    /** The key itself, as a client is given it. */
    public static String secretIn(Path keyring) {
        try {
            return Files.readAllLines(keyring).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith(KEY))
                    .map(line -> line.substring(KEY.length()).strip())
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no key in it"));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + keyring, failure);
        }
    }

    /** One keyring of many. */
    public Path joined(String name, List<Path> keyrings) {
        Path all = files.file(name);
        try {
            StringBuilder text = new StringBuilder();
            for (Path keyring : keyrings) {
                text.append(Files.readString(keyring)).append('\n');
            }
            PrivateFiles.write(all, text.toString());
            return all;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + all, failure);
        }
    }
}
