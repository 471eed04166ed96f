package io.skyholm.agent.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.local.BoundedWait;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One works on a disk at a time, and a hypervisor that hangs with one disk holds up nobody who wants another. */
class DiskLocksTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MANY = 32;
    private static final long SHORT = 100_000;

    private final UUID disk = UUID.randomUUID();
    private final CountDownLatch hypervisor = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        hypervisor.countDown();
        threads.shutdownNow();
    }

    @Test
    void whoHangsWithOneDiskHoldsUpNobodyWithAnother() {
        DiskLocks turns = new DiskLocks(SOON);
        hang(turns);
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> turns.alone(UUID.randomUUID(), () -> {}), threads);
        assertThat(other).succeedsWithin(SOON);
    }

    @Test
    void whoWantsTheSameDiskWaitsForAMomentAndLeavesItsPlaceThen() {
        DiskLocks turns = new DiskLocks(Duration.ofMillis(50));
        hang(turns);
        assertThatThrownBy(() -> turns.alone(disk, () -> {}))
                .isInstanceOfSatisfying(HypervisorProblem.class, problem -> assertThat(problem.isPassing())
                        .isTrue())
                .hasMessage("Disk " + disk + " is being attached, copied or removed");
    }

    @Test
    void whoWaitsIsInterrupted() {
        DiskLocks turns = new DiskLocks(SOON);
        hang(turns);
        CompletableFuture<Thread> waiting = new CompletableFuture<>();
        Future<?> second = threads.submit(() -> {
            waiting.complete(Thread.currentThread());
            turns.alone(disk, () -> {});
        });
        Thread thread = waiting.join();
        BoundedWait.waitUntil(() -> thread.getState() == Thread.State.TIMED_WAITING, SOON);
        thread.interrupt();
        assertThatThrownBy(() -> second.get(SOON.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(HypervisorProblem.class);
    }

    @Test
    void ofManyWhoWantADiskEachHasItAloneAndAFailureGivesItBack() throws Exception {
        DiskLocks turns = new DiskLocks(SOON);
        AtomicInteger within = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Future<?>[] all = new Future<?>[MANY];
        for (int number = 0; number < MANY; number++) {
            boolean isFailing = number % 2 == 0;
            all[number] = threads.submit(() -> turns.alone(disk, () -> {
                most.accumulateAndGet(within.incrementAndGet(), Math::max);
                LockSupport.parkNanos(SHORT);
                within.decrementAndGet();
                if (isFailing) {
                    throw new HypervisorProblem("As the test wants it");
                }
            }));
        }
        int failures = 0;
        for (Future<?> one : all) {
            failures += hasFailed(one) ? 1 : 0;
        }
        assertThat(failures).isEqualTo(MANY / 2);
        assertThat(most).hasValue(1);
    }

    @Test
    void whoeverReadsADiskReadsItWithOthersAndNobodyChangesItMeanwhile() {
        DiskLocks turns = new DiskLocks(Duration.ofMillis(50));
        AtomicInteger read = new AtomicInteger();
        turns.together(
                disk,
                () -> turns.together(disk, () -> {
                    read.incrementAndGet();
                    assertThatThrownBy(() -> turns.alone(disk, () -> {})).isInstanceOf(HypervisorProblem.class);
                }));
        assertThat(read).hasValue(1);
        turns.alone(disk, read::incrementAndGet);
        turns.alone(disk, () -> assertThatThrownBy(() -> turns.together(disk, read::incrementAndGet))
                .isInstanceOf(HypervisorProblem.class));
        assertThat(read).hasValue(2);
    }

    private static boolean hasFailed(Future<?> one) throws InterruptedException, TimeoutException {
        try {
            one.get(SOON.toSeconds(), TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException failed) {
            assertThat(failed).hasRootCauseMessage("As the test wants it");
            return true;
        }
    }

    /** Somebody works on the disk, and does not end. */
    private void hang(DiskLocks turns) {
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> ignored = threads.submit(() -> turns.alone(disk, () -> {
            begun.countDown();
            try {
                hypervisor.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }));
        assertThat(begun).satisfies(latch -> latch.await(SOON.toSeconds(), TimeUnit.SECONDS));
        assertThat(begun.getCount()).isZero();
    }
}
