package io.skyholm.audit.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The lines of an export, gzipped or not, with their numbers. */
record ExportFile(Path file) {

    /** Shows every line that is not empty, as long as they are wanted. */
    void forEach(LineReader reader) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            for (long number = 1; line != null; number++) {
                if (!line.isBlank() && !reader.wantsMoreAfter(number, line)) {
                    return;
                }
                line = lines.readLine();
            }
        }
    }

    private InputStream open() throws IOException {
        InputStream content = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(content) : content;
    }

    /** Takes a line and says whether the next is wanted. */
    interface LineReader {
        boolean wantsMoreAfter(long number, String line);
    }
}
