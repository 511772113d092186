package cn.chuyi.bench;

import cn.chuyi.bench.suite.RunningSuite;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the benchmarks of one call have in common. */
public final class Run {
    private final Path root;
    private final boolean quick;
    private final Opened opened;
    private @Nullable Opened shared;
    private @Nullable RunningSuite suite;

    /**
     * @param root of the tree
     * @param quick with less of everything
     * @param opened what must not outlive the call
     */
    Run(Path root, boolean quick, Opened opened) {
        this.root = root;
        this.quick = quick;
        this.opened = opened;
    }

    public Path root() {
        return root;
    }

    public boolean quick() {
        return quick;
    }

    public Opened opened() {
        return opened;
    }

    /** The suite with its demo year as it is on a server: started for the first who asks, shared by all, stopped at the end of the call. */
    public RunningSuite suite() throws IOException {
        if (suite == null) {
            shared = opened.within();
            suite = RunningSuite.start(shared, root, "--long-run");
        }
        return suite;
    }

    /** Stops the shared suite, for what needs the machine or the tree for itself. */
    void stopSuite() {
        if (shared != null) {
            shared.close();
            suite = null;
        }
    }
}
