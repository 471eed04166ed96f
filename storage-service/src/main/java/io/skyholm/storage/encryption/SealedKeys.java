package io.skyholm.storage.encryption;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.DiskEncryption;
import io.skyholm.events.host.DiskEncryption.Keys;
import io.skyholm.secrets.Envelope;
import io.skyholm.secrets.Sealed;
import io.skyholm.secrets.SealedColumn;
import io.skyholm.secrets.SealedColumns;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The passphrases of encrypted disks as rows keep them: sealed, each for its own row. Nothing else of this service ever has them in the clear. */
@Singleton
public class SealedKeys implements SealedColumns {

    /** Where a disk keeps its own. */
    public static final SealedColumn OF_DISK = SealedColumn.json("disk", "keys_sealed");

    /** Where a snapshot keeps the one that opened its disk. */
    public static final SealedColumn OF_SNAPSHOT = SealedColumn.json("disk_snapshot", "keys_sealed");

    /** Where a backup keeps the one that opened its disk. */
    public static final SealedColumn OF_BACKUP = SealedColumn.json("backup", "keys_sealed");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final Envelope envelope;

    SealedKeys(Envelope envelope) {
        this.envelope = envelope;
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(OF_DISK, OF_SNAPSHOT, OF_BACKUP);
    }

    /** A row that keeps keys. */
    public record Place(SealedColumn column, UUID tenantId, UUID id) {}

    /** Refuses what cannot be done without a key to seal with. */
    public void requireKey() {
        envelope.requireKey();
    }

    /** A new one, for a disk that begins with nothing that another opens. */
    public String fresh(Place place) {
        return seal(new Keys(passphrase(), List.of()), place);
    }

    /** A new one for a disk that begins with what another row's opens. */
    public String freshFor(String sealed, Place from, Place place) {
        return seal(new Keys(passphrase(), all(open(sealed, from))), place);
    }

    /** A new one in place of that of the row; until it is proven, those of before may open the disk. */
    public String changed(String sealed, Place place) {
        return seal(new Keys(passphrase(), all(open(sealed, place))), place);
    }

    /** The same, until which also another row's may open the disk. */
    public String alsoOpenedBy(String sealed, Place place, String other, Place from) {
        Keys keys = open(sealed, place);
        List<String> former = Stream.concat(keys.former().stream(), all(open(other, from)).stream())
                .filter(key -> !key.equals(keys.current()))
                .distinct()
                .toList();
        return seal(new Keys(keys.current(), former), place);
    }

    /** The current one alone, as another row keeps it. */
    public String current(String sealed, Place from, Place place) {
        return seal(new Keys(open(sealed, from).current(), List.of()), place);
    }

    /** As only a host can open them. */
    public DiskEncryption forHost(String sealed, Place place, Recipient host) {
        return DiskEncryption.sealed(host.keyVersion(), open(sealed, place), host.encryptionKey(), host.place());
    }

    private static List<String> all(Keys keys) {
        return Stream.concat(Stream.of(keys.current()), keys.former().stream()).toList();
    }

    private static String passphrase() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String seal(Keys keys, Place place) {
        return EventJson.write(
                envelope.seal(EventJson.write(keys), place.column().place(place.tenantId(), place.id())));
    }

    private Keys open(String sealed, Place place) {
        String text = envelope.open(
                EventJson.read(sealed, Sealed.class), place.column().place(place.tenantId(), place.id()));
        return EventJson.read(text, Keys.class);
    }
}
