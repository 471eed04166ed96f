package io.skyholm.audit.verify;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Verifies an export or an archived month without the audit: {@code ./skyholm audit verify FILE}. */
public final class VerifyExport {

    static final int WHOLE = 0;
    static final int BAD = 1;
    static final int UNUSABLE = 2;

    private VerifyExport() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out));
    }

    /** Verifies and says what was found; the number is what the program ends with. */
    static int run(List<String> arguments, PrintStream out) {
        try {
            ExportCheck check = VerificationRequest.of(arguments).check();
            check.findings().forEach(out::println);
            return check.isWhole() ? WHOLE : BAD;
        } catch (IllegalArgumentException unusable) {
            out.println(unusable.getMessage());
            return UNUSABLE;
        } catch (UncheckedIOException | IOException unreadable) {
            out.println("The file cannot be read: " + unreadable.getMessage() + ".");
            return UNUSABLE;
        }
    }
}
