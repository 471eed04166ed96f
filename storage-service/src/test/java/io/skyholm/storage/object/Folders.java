package io.skyholm.storage.object;

import java.nio.file.Path;

/** Object stores in folders, for the tests of rooms that write and read objects. */
public final class Folders {

    private Folders() {}

    /** One that is empty where the folder is. */
    public static ObjectStorage in(Path root) {
        return new FolderStorage(root);
    }
}
