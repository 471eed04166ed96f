package io.skyholm.storage.source;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which address stands for the host of a source, and whether it may be asked. */
final class SourceResolution {

    private static final String REFUSED = "names an address that is not on the Internet";
    private static final String UNREACHABLE =
            "The source cannot be reached: its host has no address, or one that is not on the Internet";

    private final PublicAddresses addresses;
    private final Names names;

    SourceResolution(PublicAddresses addresses, Names names) {
        this.addresses = addresses;
        this.names = names;
    }

    void checkLiteral(SourceUrl url) {
        byte[] address = bytes(url);
        if (address != null && !addresses.permit(addressOf(address))) {
            throw SourceUrl.refused(REFUSED);
        }
    }

    private static boolean isLiteral(SourceUrl url) {
        return bytes(url) != null;
    }

    private static byte @Nullable [] bytes(SourceUrl url) {
        return NetUtil.createByteArrayFromIpAddressString(url.host());
    }

    private static InetAddress addressOf(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException neverOfSoManyBytes) {
            throw new IllegalArgumentException(neverOfSoManyBytes);
        }
    }

    /**
     * One that may not be asked among several is reason enough: whoever has a name answered so means harm. What is said does not
     * tell a name that nobody has from one that stands for a host of the platform's own network.
     */
    InetAddress addressOf(SourceUrl url) {
        InetAddress[] all;
        try {
            all = names.find(url.host());
        } catch (UnknownHostException unknown) {
            throw new SourceAwayException(UNREACHABLE);
        }
        if (all.length > 0 && Stream.of(all).allMatch(addresses::permit)) {
            return all[0];
        }
        throw isLiteral(url)
                ? new SourceRefusedException("The source " + REFUSED)
                : new SourceAwayException(UNREACHABLE);
    }

    /** Looks up the addresses of a name. */
    @FunctionalInterface
    interface Names {
        InetAddress[] find(String host) throws UnknownHostException;
    }
}
