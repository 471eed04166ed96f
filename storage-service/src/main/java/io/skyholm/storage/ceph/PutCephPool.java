package io.skyholm.storage.ceph;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Where a storage pool is in Ceph from now on, and what lets its host in.
 *
 * @param rbdNamespace empty where all of the pool is the host's, as it is where hypervisors open disks that know no namespaces
 * @param cephKey the user's key, which is shown to nobody again
 */
public record PutCephPool(
        @NotNull @Size(min = 1, max = 16) List<
                        @NotNull @Size(max = 300) @Pattern(
                                regexp = MONITOR,
                                message =
                                        "must be a host or an address and a port, such as 10.0.0.1:3300 or v2:[fd00::1]:3300")
                        String>
                monitors,

        @NotNull @Size(min = 1, max = 100) @Pattern(regexp = NAME, message = NAMED) String rbdPool,

        @NotNull @Size(max = 100) @Pattern(regexp = "(" + NAME + ")?", message = NAMED)
        String rbdNamespace,

        @NotNull @Size(min = 1, max = 100) @Pattern(regexp = NAME, message = NAMED) String cephUser,

        @NotNull @Size(min = 20, max = 200) @CephKey String cephKey) {

    private static final String MONITOR =
            "(v[12]:)?([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\]):[0-9]{1,5}";
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
    private static final String NAMED = "must consist of letters, digits, dots, hyphens and underscores";

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "PutCephPool[client.%s in %s/%s at %s]".formatted(cephUser, rbdPool, rbdNamespace, monitors);
    }
}
