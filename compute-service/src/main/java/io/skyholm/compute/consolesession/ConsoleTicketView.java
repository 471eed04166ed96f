package io.skyholm.compute.consolesession;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What opens a console, once. */
@Schema(name = "ConsoleTicket")
public record ConsoleTicketView(
        @Schema(description = "Opens the console once; it is shown here alone")
        String ticket,

        @Schema(description = "Where the console is as a WebSocket, below the address of the API; the ticket is in it")
        String path,

        @Schema(description = "Until when the ticket opens it")
        Instant expiresAt) {

    /** Nobody reads it in a log. */
    @Override
    public String toString() {
        return "ConsoleTicketView";
    }
}
