package io.skyholm.runtime.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.skyholm.events.EventJson;
import io.skyholm.events.audit.CallFact;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes down that a call begins and how it ended, before its caller learns it. A write costs some microseconds and waits
 * for nobody; what is written survives the death of this process, and is told to audit when the database can take it.
 */
@Singleton
public class CallJournal {

    private static final int MOST_WAITING = 20_000;
    private static final long LARGEST_SEGMENT = 1 << 20;

    private final JournalFolder folder;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final Deque<CallFact> ended = new ArrayDeque<>();

    CallJournal(@ConfigProperty(name = "skyholm.journal.folder") Path root, MeterRegistry metrics) {
        this.folder = new JournalFolder(root);
        this.segments.add(folder.newSegment());
        metrics.gauge("skyholm.journal.waiting", this, CallJournal::waiting);
    }

    /** Whether so much waits that nothing more may be done that could not be told. */
    public synchronized boolean isFull() {
        return ended.size() >= MOST_WAITING;
    }

    /** Notes that a call is about to be carried out; should this process die, its outcome is unknown. */
    public synchronized void begin(CallFact call) {
        write(call);
    }

    /**
     * Notes how a call ended; of what has begun always. False where there is no room for one that has not, and so was refused: it is for the
     * caller to count.
     */
    public synchronized boolean end(CallFact call) {
        if (isFull() && segments.stream().noneMatch(segment -> segment.holds(call.id()))) {
            return false;
        }
        write(call);
        ended.add(call);
        return true;
    }

    /** Notes how a call ended that is told by its number alone: should this process die before, it is told by itself. */
    public synchronized void endUntold(CallFact call) {
        write(call);
        segments.forEach(segment -> segment.told(call.id()));
        deleteSpent();
    }

    synchronized List<CallFact> next(int most) {
        List<CallFact> next = new ArrayList<>();
        ended.stream().limit(most).forEach(next::add);
        return next;
    }

    /** Forgets the first of those that waited, which are certain to be told, and files in which nothing else stands. */
    synchronized void told(List<CallFact> calls) {
        for (CallFact call : calls) {
            ended.remove();
            segments.forEach(segment -> segment.told(call.id()));
        }
        deleteSpent();
    }

    private void deleteSpent() {
        List<Segment> spent = segments.stream()
                .filter(segment -> segment != segments.getLast() && segment.isSpent())
                .toList();
        spent.forEach(Segment::delete);
        segments.removeAll(spent);
    }

    JournalFolder folder() {
        return folder;
    }

    private synchronized int waiting() {
        return ended.size();
    }

    private void write(CallFact call) {
        if (segments.getLast().size() > LARGEST_SEGMENT) {
            segments.add(folder.newSegment());
        }
        segments.getLast().append(call.id(), EventJson.write(call));
    }
}
