package io.skyholm.storage.source;

import io.skyholm.runtime.blocking.BlockingWork;
import io.skyholm.storage.StorageSettings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;

/** Finds the address that is asked for a source. It is looked up once: a name that is looked up twice may mean another the second time. */
@ApplicationScoped
public class SourceAddresses {

    private final SourceResolution resolution;
    private final BlockingWork blocking;

    SourceAddresses(StorageSettings settings, BlockingWork blocking) {
        this.resolution = new SourceResolution(
                new PublicAddresses(settings.importFrom().orElse(List.of())), InetAddress::getAllByName);
        this.blocking = blocking;
    }

    /** Reads a URL, and refuses one that names an address which is not asked; what a name stands for shows when it is asked. */
    public SourceUrl checked(String text) {
        SourceUrl url = SourceUrl.of(text);
        resolution.checkLiteral(url);
        return url;
    }

    Uni<InetAddress> of(SourceUrl url) {
        return blocking.work(() -> resolution.addressOf(url));
    }
}
