package io.skyholm.agent.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.folder.TrustedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What something has been made of, in a file that the next agent compares with what is wanted. Whoever makes it anew forgets the text before the first change
 * and keeps it after the last: what is made in part is not taken for what was kept, also by whoever goes back to that.
 *
 * @param what it is of, as a problem says it
 */
public record KeptText(Path folder, String name, String what) {

    public Path file() {
        return folder.resolve(name);
    }

    /** Empty of what is not made, or not wholly. */
    public Optional<String> read() {
        try {
            return Optional.of(Files.readString(file()));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    public boolean is(String text) {
        return read().filter(text::equals).isPresent();
    }

    /** No secret, but nobody else is to write it. */
    public void keep(String text) {
        try {
            TrustedFolder.make(folder);
            new OwnedFile(file()).write(text.getBytes(UTF_8));
        } catch (IOException failure) {
            throw new HypervisorProblem("What is made of " + what + " cannot be kept", failure);
        }
    }

    public void forget() {
        try {
            new OwnedFile(file()).delete();
        } catch (IOException failure) {
            throw new HypervisorProblem("What is kept of " + what + " cannot be removed", failure);
        }
    }
}
