package io.skyholm.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client that writes HTTP/1.1 by hand, so that it can be wrong, slow or rude. */
final class RawClient implements AutoCloseable {

    private static final int TIMEOUT_MILLISECONDS = 20_000;

    private final Socket socket;

    RawClient(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(TIMEOUT_MILLISECONDS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    RawClient send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void sendIfOpen(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException closed) {
            return;
        }
    }

    /** Reads until the text has come, or the connection is closed. */
    String readUntil(String wanted) {
        StringBuilder read = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            while (!read.toString().contains(wanted)) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                read.append((char) next);
            }
        } catch (SocketException reset) {
            return read.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(read.toString(), failure);
        }
        return read.toString();
    }

    String readToEnd() {
        return readUntil("\0");
    }

    @Override
    public void close() {
        hangUp();
    }

    void hangUp() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
