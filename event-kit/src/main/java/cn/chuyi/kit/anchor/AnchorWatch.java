package cn.chuyi.kit.anchor;

import cn.chuyi.kit.signing.Signing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks from time to time whether the journal is due to be anchored. */
@ApplicationScoped
class AnchorWatch {
    private static final Logger LOG = Logger.getLogger(AnchorWatch.class);

    private final Anchors anchors;
    private final Signing signing;
    private final AnchorSettings settings;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread worker = Thread.ofPlatform().name("anchors").daemon().unstarted(this::run);

    AnchorWatch(Anchors anchors, Signing signing, AnchorSettings settings) {
        this.anchors = anchors;
        this.signing = signing;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        if (signing.key().isPresent()) {
            worker.start();
        } else {
            LOG.info("no signing key, so the journal is not anchored");
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        worker.join(Duration.ofSeconds(10));
    }

    private void run() {
        while (!stopped()) {
            try {
                boolean behind = anchors.catchUp();
                while (behind && stop.getCount() > 0) {
                    behind = anchors.catchUp();
                }
                anchors.anchorIfDue()
                        .ifPresent(anchor -> LOG.infof("anchored %d links: %s", anchor.size(), anchor.root()));
            } catch (RuntimeException e) {
                LOG.warn("the journal was not anchored, tried again later", e);
            }
        }
    }

    private boolean stopped() {
        try {
            return stop.await(settings.look().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
