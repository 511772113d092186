package cn.chuyi.kit.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is polled while a batch is folded, so that the next batch is all that is there by then: the more there is to
 * do, the larger the batches. Takes no more while {@value #MOST} records wait.
 */
final class Gathering implements Subscriber<ConsumerRecords<String, byte[]>> {
    static final int MOST = 500;

    private static final Logger LOG = Logger.getLogger(Gathering.class);

    private final Executor thread;
    private final Consumer<List<ConsumerRecord<String, byte[]>>> fold;
    private final Deque<ConsumerRecord<String, byte[]>> waiting = new ArrayDeque<>();
    private @Nullable Subscription upstream;
    private boolean folding;
    private boolean served;

    /**
     * @param thread that does one thing after the other
     * @param fold gets at most {@value #MOST} records, in the order in which they came
     */
    Gathering(Executor thread, Consumer<List<ConsumerRecord<String, byte[]>>> fold) {
        this.thread = thread;
        this.fold = fold;
    }

    @Override
    public synchronized void onSubscribe(Subscription subscription) {
        upstream = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(ConsumerRecords<String, byte[]> polled) {
        boolean idle;
        synchronized (this) {
            polled.forEach(waiting::add);
            idle = !folding;
            folding = true;
            served = true;
        }
        askForMore();
        if (idle) {
            thread.execute(this::foldAll);
        }
    }

    private void foldAll() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            askForMore();
            fold.accept(batch);
        }
    }

    private synchronized List<ConsumerRecord<String, byte[]>> next() {
        var batch = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (batch.size() < MOST && !waiting.isEmpty()) {
            batch.add(waiting.poll());
        }
        folding = !batch.isEmpty();
        return batch;
    }

    /** One poll at a time is asked for, and none while too many wait. */
    private void askForMore() {
        Subscription asked;
        synchronized (this) {
            if (!served || waiting.size() >= MOST) {
                return;
            }
            served = false;
            asked = upstream;
        }
        if (asked != null) {
            asked.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.error("a channel ended, and nothing of it is folded any more", failure);
    }

    @Override
    public void onComplete() {}
}
