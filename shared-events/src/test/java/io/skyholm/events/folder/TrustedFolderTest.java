package io.skyholm.events.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedFolderTest {

    private final Path parent;
    private final Path folder;

    TrustedFolderTest(@TempDir Path parent) {
        this.parent = parent;
        this.folder = parent.resolve("own");
    }

    @Test
    void newFolderIsForItsOwnerAlone() throws IOException {
        TrustedFolder.make(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void folderThatOthersCouldReadIsClosedToThem() throws IOException {
        Files.createDirectory(folder);
        permit(folder, "rwxr-xr-x");
        TrustedFolder.make(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    void folderIntoWhichOthersMayWriteIsRefused() throws IOException {
        Files.createDirectory(folder);
        permit(folder, "rwxrwxrwx");
        assertThatThrownBy(() -> TrustedFolder.make(folder)).hasMessageContaining("others may write there");
    }

    @Test
    void folderInOneThatOthersShareIsRefused() throws IOException {
        permit(parent, "rwxrwxrwx");
        assertThatThrownBy(() -> TrustedFolder.make(folder)).hasMessageContaining("is shared");
    }

    @Test
    void folderBelowOneInWhichOthersMayRenameIsRefused() throws IOException {
        permit(parent, "rwxrwxrwx");
        assertThatThrownBy(() -> TrustedFolder.make(folder.resolve("deeper")))
                .hasMessageContaining("others may rename what is in it");
    }

    @Test
    void linkIsAsGoodAsWhereItLeads() throws IOException {
        Path shared = Files.createDirectory(parent.resolve("shared"));
        permit(shared, "rwxrwxrwx");
        Path link = Files.createSymbolicLink(folder, shared);
        assertThatThrownBy(() -> TrustedFolder.make(link)).hasMessageContaining("others may write there");
    }

    private static void permit(Path folder, String permissions) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
