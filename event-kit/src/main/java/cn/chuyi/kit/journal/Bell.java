package cn.chuyi.kit.journal;

import cn.chuyi.kit.database.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Rung when facts were committed: by this process at once, for other replicas by {@link Listening}. It stays rung until
 * somebody has heard it.
 */
@ApplicationScoped
class Bell {
    private final AfterCommit afterCommit;
    private final BlockingQueue<Boolean> rung = new ArrayBlockingQueue<>(1);
    private final Set<Integer> own = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean look = new AtomicBoolean();

    Bell(AfterCommit afterCommit) {
        this.afterCommit = afterCommit;
    }

    /**
     * Rings when the running transaction has committed.
     *
     * @param backend number of PostgreSQL's process for its connection
     */
    void ringAfterCommit(int backend) {
        own.add(backend);
        afterCommit.run(this::ring);
    }

    /** Rings for a commit of which PostgreSQL tells, unless this process has rung for it. */
    void heard(int backend) {
        if (!own.contains(backend)) {
            ring();
        }
    }

    /** What it was rung for. */
    enum Rung {
        NOTHING,
        /** Facts that commands have begun, and nothing else. */
        BEGUN,
        /** Facts that wait, or have to be looked for. */
        LOOK
    }

    void ring() {
        look.set(true);
        rung.offer(true);
    }

    /** Rings for facts of {@link Turns#begun}. */
    void ringForBegun() {
        rung.offer(true);
    }

    /** What it was rung for since the last time, or is before the time is over. */
    Rung await(Duration longest) {
        try {
            if (rung.poll(longest.toNanos(), TimeUnit.NANOSECONDS) == null) {
                return Rung.NOTHING;
            }
            return look.getAndSet(false) ? Rung.LOOK : Rung.BEGUN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Rung.NOTHING;
        }
    }
}
