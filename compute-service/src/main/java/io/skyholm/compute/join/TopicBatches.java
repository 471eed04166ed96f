package io.skyholm.compute.join;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.jspecify.annotations.Nullable;

/**
 * Creates topics, many with one request: while Kafka works on one, further topics gather for the next. Asked for one by
 * one, the topics of a rack that is switched on would wait for each other.
 */
final class TopicBatches {

    /** More in one request would keep the first of them waiting for the last. */
    static final int MOST = 100;

    private final Function<List<NewTopic>, Map<String, KafkaFuture<Void>>> kafka;
    private final Map<String, Topic> gathered = new LinkedHashMap<>();
    private boolean underWay;

    /** Is told how Kafka is asked for topics. */
    TopicBatches(Function<List<NewTopic>, Map<String, KafkaFuture<Void>>> kafka) {
        this.kafka = kafka;
    }

    /** Completes when the topic is there; fails as Kafka's answer about this topic does. */
    synchronized CompletionStage<Void> create(NewTopic topic) {
        CompletableFuture<Void> created =
                gathered.computeIfAbsent(topic.name(), name -> new Topic(topic, new CompletableFuture<>())).created;
        if (!underWay) {
            ask();
        }
        return created;
    }

    private void ask() {
        List<Topic> batch = gathered.values().stream().limit(MOST).toList();
        batch.forEach(one -> gathered.remove(one.topic.name()));
        underWay = true;
        Map<String, KafkaFuture<Void>> answers = answers(batch);
        for (Topic one : batch) {
            Objects.requireNonNull(answers.get(one.topic.name()), "an answer for each topic")
                    .toCompletionStage()
                    .whenComplete((nothing, failure) -> one.answer(failure));
        }
        KafkaFuture.allOf(answers.values().toArray(KafkaFuture<?>[]::new))
                .toCompletionStage()
                .whenComplete((nothing, failure) -> goOn());
    }

    private synchronized void goOn() {
        underWay = false;
        if (!gathered.isEmpty()) {
            ask();
        }
    }

    /** Where the client itself fails, nobody may wait for ever. */
    private Map<String, KafkaFuture<Void>> answers(List<Topic> batch) {
        try {
            return kafka.apply(batch.stream().map(Topic::topic).toList());
        } catch (RuntimeException failure) {
            return batch.stream().collect(Collectors.toMap(one -> one.topic.name(), one -> failed(failure)));
        }
    }

    private static KafkaFuture<Void> failed(RuntimeException failure) {
        KafkaFutureImpl<Void> answer = new KafkaFutureImpl<>();
        answer.completeExceptionally(failure);
        return answer;
    }

    /** A topic that is asked for, and who waits for it. */
    private record Topic(NewTopic topic, CompletableFuture<Void> created) {

        void answer(@Nullable Throwable failure) {
            if (failure == null) {
                created.complete(null);
            } else {
                created.completeExceptionally(failure);
            }
        }
    }
}
