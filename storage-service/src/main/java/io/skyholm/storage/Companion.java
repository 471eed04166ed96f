package io.skyholm.storage;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * Things of a kind that can be deleted together with what they belong to, if its owner names them; their room stands above, and deletes them by the
 * rules that it has for each alone.
 */
public interface Companion {

    /** Where it stands among the kinds: those that keep others from being deleted come first. */
    int order();

    /** A select of the ids of those of {@code $1} that are among {@code $2}, also of those that are gone, each before what it keeps. */
    String named();

    /** Deletes one; does nothing where that has been done, and tries anew what a host could not do. */
    Uni<Void> deleteNamed(Deletion deletion, UUID id);

    /** What belongs to disks. */
    interface OfDisk extends Companion {}

    /** What belongs to images. */
    interface OfImage extends Companion {}
}
