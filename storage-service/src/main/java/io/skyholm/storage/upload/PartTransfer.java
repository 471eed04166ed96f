package io.skyholm.storage.upload;

/** A part on its way: who brings it, by which lease, from where it comes, and what has been written. */
public final class PartTransfer {

    private final PartSender sender;
    private final UploadLease lease;
    private final IncomingPart part;
    private final IncomingBytes incoming;

    PartTransfer(PartSender sender, UploadLease lease, IncomingPart part, IncomingBytes incoming) {
        this.sender = sender;
        this.lease = lease;
        this.part = part;
        this.incoming = incoming;
    }

    PartSender sender() {
        return sender;
    }

    UploadLease lease() {
        return lease;
    }

    IncomingPart part() {
        return part;
    }

    IncomingBytes incoming() {
        return incoming;
    }

    /** How many bytes have come. */
    public long receivedBytes() {
        return part.written();
    }
}
