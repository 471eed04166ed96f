package io.skyholm.audit.verify;

import io.skyholm.audit.chain.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be verified, and how, as a person said it. */
record VerificationRequest(Path file, List<VerifyingKey> keys, boolean partial) {

    private static final String USAGE = "Usage: audit verify FILE [--partial] [--key PUBLIC-KEY.pem]";

    static VerificationRequest of(List<String> arguments) throws IOException {
        @Nullable Path file = null;
        List<VerifyingKey> keys = new ArrayList<>();
        boolean partial = false;
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (argument.equals("--partial")) {
                partial = true;
            } else if (argument.equals("--key") && index + 1 < arguments.size()) {
                keys.add(VerifyingKey.read(Files.readString(existing(arguments.get(++index)))));
            } else if (argument.startsWith("--") || file != null) {
                throw new IllegalArgumentException(USAGE);
            } else {
                file = existing(argument);
            }
        }
        if (file == null) {
            throw new IllegalArgumentException(USAGE);
        }
        return new VerificationRequest(file, keys, partial);
    }

    /** Reads the file twice: digests stand behind the entries that they are of. */
    ExportCheck check() throws IOException {
        ExportCheck check = new ExportCheck(keys, partial);
        ExportFile lines = new ExportFile(file);
        lines.forEach(check::takeDigest);
        lines.forEach(check::takeEntry);
        check.end();
        return check;
    }

    private static Path existing(String name) {
        Path file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("There is no file " + file + " that can be read.");
        }
        return file;
    }
}
