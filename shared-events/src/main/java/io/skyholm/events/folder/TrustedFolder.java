package io.skyholm.events.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A folder that only this process's user can write to. What is read from one decides who a host is, what is audited and who
 * signs: whoever could write there would decide it instead.
 */
public final class TrustedFolder {

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> FOR_OWNER =
            PosixFilePermissions.asFileAttribute(OWNER_ALONE);

    /** In such a folder everybody may write, and nobody may rename or remove what is another's. */
    private static final int STICKY = 0x200;

    private TrustedFolder() {}

    /** Makes the folder if it is not there; refuses one into which, or in whose place, others could have written. */
    public static void make(Path folder) throws IOException {
        Files.createDirectories(folder, FOR_OWNER);
        Path real = folder.toRealPath();
        PosixFileAttributes us = ourselves(real);
        requireOwn(real, us);
        Files.setPosixFilePermissions(real, OWNER_ALONE);
        Path parent = real.getParent();
        if (parent != null && isWritableForOthers(attributes(parent), us)) {
            throw new IOException(parent + " is shared: others may write there");
        }
        for (Path above = parent; above != null; above = above.getParent()) {
            requireTrusted(above, us);
        }
    }

    private static void requireOwn(Path folder, PosixFileAttributes us) throws IOException {
        PosixFileAttributes attributes = attributes(folder);
        if (!attributes.owner().equals(us.owner()) || isWritableForOthers(attributes, us)) {
            throw new IOException(folder + " is another user's, or others may write there");
        }
    }

    /** Whoever may rename a folder above decides what lies in the one below. */
    private static void requireTrusted(Path above, PosixFileAttributes us) throws IOException {
        PosixFileAttributes attributes = attributes(above);
        boolean isOursOrRoots = attributes.owner().equals(us.owner())
                || attributes.owner().getName().equals("root");
        if (!isOursOrRoots || (isWritableForOthers(attributes, us) && !isSticky(above))) {
            throw new IOException(above + " is another user's, or others may rename what is in it");
        }
    }

    private static boolean isWritableForOthers(PosixFileAttributes attributes, PosixFileAttributes us) {
        Set<PosixFilePermission> permissions = attributes.permissions();
        return permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || (permissions.contains(PosixFilePermission.GROUP_WRITE)
                        && !attributes.group().equals(us.group()));
    }

    private static boolean isSticky(Path folder) throws IOException {
        return Files.getAttribute(folder, "unix:mode") instanceof Integer mode && (mode & STICKY) != 0;
    }

    /** Who we are is whoever owns what we have just made: a user in a container may have no name. */
    private static PosixFileAttributes ourselves(Path folder) throws IOException {
        Path made = Files.createTempFile(folder, ".own", "");
        try {
            return attributes(made);
        } finally {
            Files.delete(made);
        }
    }

    private static PosixFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, PosixFileAttributes.class);
    }
}
