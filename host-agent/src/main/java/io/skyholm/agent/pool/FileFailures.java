package io.skyholm.agent.pool;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** What failed with a file, as a tenant may read it: whatever names a file of this host is left out. */
public final class FileFailures {

    private FileFailures() {}

    /** The reason in words. */
    public static String reason(IOException failure) {
        String said = failure instanceof FileSystemException ofFile ? ofFile.getReason() : failure.getMessage();
        return said == null ? "a file of the host cannot be used" : said;
    }
}
