package io.skyholm.compute.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

/** Topics that are asked for while Kafka is busy are created together. */
class TopicBatchesTest {

    private final List<Map<String, KafkaFutureImpl<Void>>> requests = new ArrayList<>();
    private final TopicBatches topics = new TopicBatches(this::request);

    @Test
    void whatIsAskedForMeanwhileGoesWithTheNextRequest() {
        CompletableFuture<Void> first = create("a");
        CompletableFuture<Void> second = create("b");
        CompletableFuture<Void> third = create("c");
        assertThat(asked()).containsExactly(List.of("a"));
        answer(0);
        assertThat(asked()).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
        answer(1);
        assertThat(second).isCompleted();
        assertThat(third).isCompleted();
    }

    @Test
    void topicThatTwoAskForIsAskedForOnce() {
        ask("a");
        CompletableFuture<Void> one = create("b");
        CompletableFuture<Void> other = create("b");
        answer(0);
        answer(1);
        assertThat(asked()).containsExactly(List.of("a"), List.of("b"));
        assertThat(one).isCompleted();
        assertThat(other).isCompleted();
    }

    @Test
    void refusalOfOneTopicIsNoRefusalOfTheOthers() {
        ask("a");
        CompletableFuture<Void> there = create("there");
        CompletableFuture<Void> fresh = create("fresh");
        answer(0);
        requests.get(1).forEach((name, answer) -> {
            if (name.equals("there")) {
                answer.completeExceptionally(new TopicExistsException(name));
            } else {
                answer.complete(null);
            }
        });
        assertThat(there).isCompletedExceptionally();
        assertThat(fresh).isCompleted();
        ask("later");
        assertThat(asked()).last().isEqualTo(List.of("later"));
    }

    @Test
    void requestHasABound() {
        ask("first");
        for (int number = 0; number <= TopicBatches.MOST; number++) {
            ask("topic-" + number);
        }
        answer(0);
        answer(1);
        assertThat(asked().get(1)).hasSize(TopicBatches.MOST);
        assertThat(asked().get(2)).hasSize(1);
    }

    @Test
    void clientThatFailsKeepsNobodyWaiting() {
        TopicBatches broken = new TopicBatches(batch -> {
            throw new IllegalStateException("no client");
        });
        assertThat(broken.create(topic("a")).toCompletableFuture()).isCompletedExceptionally();
        assertThat(broken.create(topic("b")).toCompletableFuture()).isCompletedExceptionally();
    }

    private void ask(String name) {
        topics.create(topic(name));
    }

    private CompletableFuture<Void> create(String name) {
        return topics.create(topic(name)).toCompletableFuture();
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(1), Optional.empty());
    }

    private Map<String, KafkaFuture<Void>> request(List<NewTopic> batch) {
        Map<String, KafkaFutureImpl<Void>> answers = new LinkedHashMap<>();
        batch.forEach(topic -> answers.put(topic.name(), new KafkaFutureImpl<>()));
        requests.add(answers);
        return Map.copyOf(answers);
    }

    private void answer(int request) {
        requests.get(request).values().forEach(answer -> answer.complete(null));
    }

    private List<List<String>> asked() {
        return requests.stream().map(request -> List.copyOf(request.keySet())).toList();
    }
}
